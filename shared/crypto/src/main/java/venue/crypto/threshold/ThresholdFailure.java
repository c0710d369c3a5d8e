package venue.crypto.threshold;

import org.jspecify.annotations.Nullable;
import venue.words.Failure;
import venue.words.Words;

/// Trouble with an opening key, told so that the people around the table know whose share it is.
public final class ThresholdFailure extends Failure {

    private static final long serialVersionUID = 1L;

    static final Words BOOK = Words.of("venue.crypto.threshold", ThresholdFailure.class);

    private final Code kind;

    /// What can be wrong.
    public enum Code {
        /// The public part of the key is not as published.
        KEY_UNREADABLE,
        /// The plan is not as published, or its signature does not fit.
        PLAN_UNREADABLE,
        /// The plan is signed, but not validly.
        PLAN_FORGED,
        /// A share is not as published.
        SHARE_UNREADABLE,
        /// A share that does not fit the commitments.
        SHARE_FALSE,
        /// A share of another key.
        SHARE_OF_ANOTHER_KEY,
        /// The medium belongs to none of the holders.
        NOT_A_HOLDER,
        /// What a holder gave is not as published.
        RELEASE_UNREADABLE,
        /// What a holder gave is not signed by him.
        RELEASE_FORGED,
        /// A holder's point with a wrong proof.
        RELEASE_FALSE,
        /// The wrapped key is no SM2 ciphertext.
        CIPHERTEXT_UNREADABLE,
        /// The trusted time is not past the deadline.
        TOO_EARLY,
        /// No time that could be trusted, and nobody who may vouch for it.
        TIME_UNKNOWN,
        /// The key was forgotten.
        CLOSED
    }

    public ThresholdFailure(Code code, @Nullable Throwable cause, Object... arguments) {
        super(code.name(), cause, arguments);
        this.kind = code;
    }

    public ThresholdFailure(Code code, Object... arguments) {
        this(code, null, arguments);
    }

    /// The code as a value.
    public Code kind() {
        return kind;
    }

    @Override
    protected Words words() {
        return BOOK;
    }
}
