package venue.crypto;

import org.jspecify.annotations.Nullable;
import venue.words.Failure;
import venue.words.Words;

/// Trouble with files, certificates and signatures, told with the thing's name and a remedy.
public final class CryptoFailure extends Failure {

    private static final long serialVersionUID = 1L;

    /// What can be wrong.
    public enum Code {
        NOT_A_CERTIFICATE, KEY_KIND_UNKNOWN, FILE_UNREADABLE, FILE_UNWRITABLE, SIGNATURE_UNREADABLE, BOX_DAMAGED, ENVELOPE_DAMAGED, NOT_FOR_THIS_TOKEN, VAULT_PIN_WRONG, VAULT_DAMAGED, VAULT_MISSING, NOT_A_CONTAINER, CERTIFICATE_UNUSABLE
    }

    public CryptoFailure(Code code, @Nullable Throwable cause, Object... arguments) {
        super(code.name(), cause, arguments);
    }

    public CryptoFailure(Code code, Object... arguments) {
        this(code, null, arguments);
    }

    @Override
    protected Words words() {
        return CryptoWords.BOOK;
    }
}
