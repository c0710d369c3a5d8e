package venue.ui;

import java.util.Optional;
import venue.journal.JournalFailure;
import venue.journal.keeping.DiskForecast;
import venue.words.Failure;
import venue.workstation.OpenStation;

/// How the journal stands (日志状态), as the status bar and its card show it.
///
/// @param size own entries
/// @param unsent own entries that no witness has countersigned yet
/// @param trouble why nothing can be written or signed at the moment
/// @param uncertified why nobody has certified this session's key
/// @param disk when the disk will be full
public record JournalHealth(long size, long unsent, Optional<Failure> trouble,
        Optional<Failure> uncertified, Optional<DiskForecast> disk) {

    private static final int SOON_DAYS = 60;

    /// Looks at the journal and its disk. Beside the screen's thread.
    public static JournalHealth of(OpenStation station) {
        var journal = station.journal();
        var trouble = journal.trouble().map(Failure.class::cast);
        try {
            return new JournalHealth(journal.size(), journal.unsent(), trouble,
                    station.uncertified(), Optional.of(journal.forecast()));
        } catch (JournalFailure e) {
            if (e.code().equals("CLOSED")) {
                throw e;
            }
            return new JournalHealth(journal.size(), journal.unsent(), trouble.or(
                    () -> Optional.of(e)), station.uncertified(), Optional.empty());
        }
    }

    /// One short sentence for the status bar: the worst first.
    public String sentence() {
        if (trouble.isPresent()) {
            return Say.it("journal.trouble", trouble.get().code());
        }
        var level = disk.map(DiskForecast::level).orElse(DiskForecast.Level.AMPLE);
        if (level != DiskForecast.Level.AMPLE) {
            return Say.it(days().isEmpty() ? "journal.disk." + level : "journal.disk.days", size,
                    days());
        }
        return Say.it(uncertified.isPresent() ? "journal.uncertified" : "journal.good", size);
    }

    private String days() {
        var left = disk.map(DiskForecast::daysLeft).orElse(java.util.OptionalLong.empty());
        return left.isPresent() && left.getAsLong() < SOON_DAYS ? left.getAsLong() + "" : "";
    }

    /// Its colour.
    public Tone tone() {
        var level = disk.map(DiskForecast::level).orElse(DiskForecast.Level.AMPLE);
        if (trouble.isPresent() || level == DiskForecast.Level.CRITICAL) {
            return Tone.BAD;
        }
        return level == DiskForecast.Level.LOW || uncertified.isPresent() ? Tone.WARN : Tone.OK;
    }

    /// Whether nothing more is written until the program has been started anew.
    public boolean stopped() {
        return trouble.map(Failure::code)
                .filter(code -> code.equals("STOPPED") || code.equals("DISK_ERROR")).isPresent();
    }
}
