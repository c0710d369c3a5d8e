package venue.crypto;

import org.jspecify.annotations.Nullable;
import venue.words.Failure;
import venue.words.Words;

/// Trouble with a person's certificate medium (CA 介质): named, counted, with a remedy. An expired
/// certificate is not among them: its key still opens what was sealed to it.
public final class TokenFailure extends Failure {

    private static final long serialVersionUID = 1L;

    /// What can be wrong with a medium.
    public enum Code {
        /// One try fewer.
        PIN_WRONG,
        /// No more tries.
        PIN_LOCKED,
        /// The medium is not there.
        MEDIA_MISSING,
        /// The file is no PKCS#12.
        FILE_CORRUPT,
        /// No certificate with a private key.
        NO_KEY,
        /// Wrong PINs cannot be counted.
        COUNTER_UNWRITABLE,
        /// Used after it was closed.
        CLOSED,
        /// The wrapped key does not fit the medium.
        UNWRAP_REFUSED
    }

    private final Code kind;

    public TokenFailure(Code code, @Nullable Throwable cause, Object... arguments) {
        super(code.name(), cause, arguments);
        this.kind = code;
    }

    public TokenFailure(Code code, Object... arguments) {
        this(code, null, arguments);
    }

    /// The code as a value.
    public Code kind() {
        return kind;
    }

    /// What the opening record says when this happens during an opening.
    public OpenOutcome outcome() {
        return switch (kind) {
            case PIN_LOCKED, PIN_WRONG -> OpenOutcome.PIN_LOCKED;
            case MEDIA_MISSING, CLOSED -> OpenOutcome.MEDIA_MISSING;
            case FILE_CORRUPT, NO_KEY, COUNTER_UNWRITABLE -> OpenOutcome.DRIVER;
            case UNWRAP_REFUSED -> OpenOutcome.FILE_CORRUPT;
        };
    }

    @Override
    protected Words words() {
        return CryptoWords.BOOK;
    }
}
