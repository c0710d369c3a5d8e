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
        UNWRAP_REFUSED,
        /// A wrong PIN; the driver does not tell how many tries are left.
        PIN_WRONG_UNCOUNTED,
        /// A wrong PIN; the medium says that few tries are left.
        PIN_WRONG_FEW_LEFT,
        /// A wrong PIN; the medium says that one try is left.
        PIN_WRONG_ONE_LEFT,
        /// A hardware medium without tries; how many there were is not known.
        MEDIA_LOCKED,
        /// Taken out while it was in use.
        MEDIA_REMOVED,
        /// The driver's library is not there or cannot be loaded.
        DRIVER_MISSING,
        /// The driver crashed and took its process along.
        DRIVER_CRASHED,
        /// The driver was ended for another medium's sake; the PIN is needed again.
        DRIVER_RESTARTED,
        /// The driver answered with an error of its own.
        DRIVER_REFUSED,
        /// The driver answered nonsense.
        DRIVER_NONSENSE,
        /// The driver did not answer in time and was ended.
        DRIVER_HUNG,
        /// The venue's settings for the driver cannot be used.
        DRIVER_UNSET,
        /// The process for the driver could not be started.
        HOST_UNSTARTABLE
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
            case PIN_LOCKED, PIN_WRONG, PIN_WRONG_UNCOUNTED, PIN_WRONG_FEW_LEFT,
                    PIN_WRONG_ONE_LEFT, MEDIA_LOCKED ->
                OpenOutcome.PIN_LOCKED;
            case MEDIA_MISSING, MEDIA_REMOVED, CLOSED -> OpenOutcome.MEDIA_MISSING;
            case FILE_CORRUPT, NO_KEY, COUNTER_UNWRITABLE, DRIVER_MISSING, DRIVER_CRASHED,
                    DRIVER_RESTARTED, DRIVER_REFUSED, DRIVER_NONSENSE ->
                OpenOutcome.DRIVER;
            case DRIVER_HUNG -> OpenOutcome.TIMEOUT;
            case HOST_UNSTARTABLE, DRIVER_UNSET -> OpenOutcome.PLATFORM;
            case UNWRAP_REFUSED -> OpenOutcome.FILE_CORRUPT;
        };
    }

    /// Whether a wrong PIN was entered and another one may be.
    public boolean pinMayBeTriedAgain() {
        return switch (kind) {
            case PIN_WRONG, PIN_WRONG_UNCOUNTED, PIN_WRONG_FEW_LEFT, PIN_WRONG_ONE_LEFT -> true;
            default -> false;
        };
    }

    @Override
    protected Words words() {
        return CryptoWords.BOOK;
    }
}
