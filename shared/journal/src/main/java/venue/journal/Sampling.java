package venue.journal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import venue.journal.keeping.DiskForecast;
import venue.journal.keeping.DiskWatch;

/// Looks at the disk when the journal is opened, closed, and written to after an hour. Call under
/// the journal's lock.
final class Sampling {

    private static final Duration APART = Duration.ofHours(1);

    private final Setting setting;
    private final DiskWatch watch;
    private @Nullable Instant last;
    private @Nullable IOException trouble;

    Sampling(Setting setting) {
        this.setting = setting;
        this.watch = new DiskWatch(setting.dir);
    }

    /// Remembers a sample if its time has come. A sample that could not be taken is no reason to
    /// refuse an entry: the next [#look] says what is wrong.
    void note() {
        var now = setting.now();
        var before = last;
        if (before != null && now.isBefore(before.plus(APART))) {
            return;
        }
        last = now;
        try {
            watch.look(now);
        } catch (IOException e) {
            trouble = e;
        }
    }

    /// The forecast now.
    ///
    /// @throws JournalFailure DISK_ERROR
    DiskForecast look() {
        try {
            return watch.look(setting.now());
        } catch (IOException e) {
            if (trouble != null) {
                e.addSuppressed(trouble);
            }
            throw JournalFailure.disk(setting.dir, e);
        }
    }
}
