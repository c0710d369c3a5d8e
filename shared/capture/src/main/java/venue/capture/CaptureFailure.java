package venue.capture;

import org.jspecify.annotations.Nullable;
import venue.words.Failure;
import venue.words.Words;

/// What the world does to a capture.
public final class CaptureFailure extends Failure {

    private static final long serialVersionUID = 1L;

    /// What can be wrong.
    public enum Code {
        /// the file is not there
        FILE_MISSING,
        /// the file cannot be read to its end
        FILE_UNREADABLE,
        /// the file is larger than 4 GiB
        FILE_TOO_LARGE,
        /// the kept original is no longer what was hashed
        ORIGINAL_CHANGED
    }

    CaptureFailure(Code code, @Nullable Throwable cause, Object... about) {
        super(code.name(), cause, about);
    }

    CaptureFailure(Code code, Object... about) {
        this(code, null, about);
    }

    @Override
    protected Words words() {
        return Words.of("venue.capture", CaptureFailure.class);
    }
}
