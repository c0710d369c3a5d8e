package venue.workstation;

import java.io.Serial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import venue.words.Failure;
import venue.words.Words;

/// What can go wrong with a workstation (工位故障) that is no bug.
public final class StationFailure extends Failure {

    @Serial
    private static final long serialVersionUID = 1L;

    private StationFailure(String code, @Nullable Throwable cause, Object... arguments) {
        super(code, cause, arguments);
    }

    @Override
    protected Words words() {
        return Words.of("venue.workstation", StationFailure.class);
    }

    /// The folder was never set up.
    public static StationFailure missing(Path dir) {
        return new StationFailure("STATION_MISSING", null, dir);
    }

    /// The folder is set up, but a file of it cannot be read.
    public static StationFailure damaged(Path file, Throwable cause) {
        return new StationFailure("STATION_DAMAGED", cause, file);
    }

    /// The folder holds a workstation already.
    public static StationFailure enrolled(Path dir) {
        return new StationFailure("STATION_ENROLLED", null, dir);
    }

    /// The PIN of the workstation is wrong.
    public static StationFailure pinWrong(Throwable cause) {
        return new StationFailure("STATION_PIN_WRONG", cause);
    }

    /// The program runs already.
    public static StationFailure alreadyRunning(Path dir, Throwable cause) {
        return new StationFailure("ALREADY_RUNNING", cause, dir);
    }

    /// Nothing can be written.
    public static StationFailure readOnly(Path dir, Throwable cause) {
        return new StationFailure("DATA_READ_ONLY", cause, dir);
    }

    /// This program is for another kind of workstation.
    public static StationFailure wrongKind(Station.Kind is, Station.Kind wanted) {
        return new StationFailure("STATION_WRONG_KIND", null, is.say(), wanted.say());
    }

    /// The clock stands before the last entry of the journal.
    public static StationFailure clockBehind(java.time.Instant now, java.time.Instant last) {
        return new StationFailure("CLOCK_BEHIND", null, now, last);
    }

    /// The scene of an incident could not be carried off.
    public static StationFailure sceneNotCopied(Path target, Throwable cause) {
        return new StationFailure("SCENE_NOT_COPIED", cause, target,
                String.valueOf(cause.getMessage()));
    }

    /// The copy would lie within what is copied.
    public static StationFailure sceneInside(Path target) {
        return new StationFailure("SCENE_INSIDE", null, target);
    }

    /// A write failed; no further command is taken.
    public static StationFailure deskStopped(Throwable cause) {
        var what = cause instanceof Failure failure
                ? failure.what()
                : String.valueOf(cause.getMessage());
        return new StationFailure("DESK_STOPPED", cause, what);
    }
}
