package venue.sync;

import java.time.Instant;
import java.util.Optional;
import venue.words.Words;

/// What the status bar tells about this desk and the centre (同步状态).
///
/// @param online whether the last round came through
/// @param unsent own entries that the centre has not countersigned yet
/// @param since since when it has been online, or offline
/// @param lastReceiptSize how many own entries the last countersignature covers
/// @param lastReceiptAt when the centre gave it
/// @param message the key of the sentence that says what is going on
/// @param detail what the sentence names: the centre's address, a size, a device
public record SyncStatus(boolean online, long unsent, Instant since, long lastReceiptSize,
        Optional<Instant> lastReceiptAt, String message, String detail) {

    /// The sentence for the person at the desk.
    public String sentence() {
        return words().say("status." + message, detail, unsent);
    }

    /// Whether a person has to do something; being offline is no alarm.
    public boolean isAlarm() {
        return words().knows("status." + message + ".next");
    }

    /// What the person has to do now; empty when nothing.
    public Optional<String> next() {
        return isAlarm()
                ? Optional.of(words().say("status." + message + ".next", detail))
                : Optional.empty();
    }

    private static Words words() {
        return Words.of("venue.sync", SyncStatus.class);
    }
}
