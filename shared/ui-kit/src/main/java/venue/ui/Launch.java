package venue.ui;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import venue.workstation.HallClock;

/// How a window of an application starts.
///
/// @param data folder of the station (station.json, journal, trust list)
/// @param clock the machine's clock; a rehearsal gives its own
/// @param files how files are chosen; absent: the system's dialogs
/// @param rehearsal 演练: training data, marked on every screen
public record Launch(Path data, InstantSource clock, @Nullable FileChoice files,
        boolean rehearsal) {

    /// Real work over `data` with the machine's clock.
    public static Launch of(Path data) {
        return new Launch(data, HallClock.system(), null, false);
    }

    /// The same in rehearsal mode.
    public Launch asRehearsal() {
        return new Launch(data, clock, files, true);
    }

    /// The same with another clock.
    public Launch at(InstantSource otherClock) {
        return new Launch(data, otherClock, files, rehearsal);
    }

    /// The same with another way to choose files.
    public Launch choosing(FileChoice otherFiles) {
        return new Launch(data, clock, otherFiles, rehearsal);
    }

    Optional<FileChoice> chosenFiles() {
        return Optional.ofNullable(files);
    }
}
