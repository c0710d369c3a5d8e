package venue.journal.keeping;

import java.time.Instant;

/// How much of the disk was used at a time.
public record DiskSample(Instant at, long usedBytes) {
    public DiskSample {
        if (usedBytes < 0) {
            throw new IllegalArgumentException("used bytes " + usedBytes);
        }
    }
}
