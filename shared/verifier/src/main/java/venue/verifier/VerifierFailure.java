package venue.verifier;

import org.jspecify.annotations.Nullable;
import venue.words.Failure;
import venue.words.Words;

/// Why an archive could not be looked at, or not be made.
public final class VerifierFailure extends Failure {

    private static final long serialVersionUID = 1L;

    /// @param code `ARCHIVE_MISSING`, `NOT_AN_ARCHIVE`, `TRUST_UNREADABLE`, `LAYOUT_INCOMPLETE`,
    ///            `DISK` or `USAGE`
    public VerifierFailure(String code, @Nullable Throwable cause, Object... arguments) {
        super(code, cause, arguments);
    }

    @Override
    protected Words words() {
        return Words.of("venue.verifier", VerifierFailure.class);
    }
}
