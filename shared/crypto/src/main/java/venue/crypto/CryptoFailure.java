package venue.crypto;

import org.jspecify.annotations.Nullable;
import venue.words.Failure;
import venue.words.Words;

/// Trouble with files, certificates and signatures, told with the thing's name and a remedy.
public final class CryptoFailure extends Failure {

    private static final long serialVersionUID = 1L;

    /// What can be wrong.
    public enum Code {
        /// Neither PEM nor DER of a certificate or list.
        NOT_A_CERTIFICATE,
        /// A key that is neither RSA nor SM2.
        KEY_KIND_UNKNOWN,
        /// Reading failed.
        FILE_UNREADABLE,
        /// Writing failed.
        FILE_UNWRITABLE,
        /// No CMS signature as published.
        SIGNATURE_UNREADABLE,
        /// Sealed content was changed or has another key.
        BOX_DAMAGED,
        /// An envelope was changed.
        ENVELOPE_DAMAGED,
        /// An envelope for another certificate.
        NOT_FOR_THIS_TOKEN,
        /// The PIN of the vault.
        VAULT_PIN_WRONG,
        /// The vault was changed or cut.
        VAULT_DAMAGED,
        /// There is no vault.
        VAULT_MISSING,
        /// No sealed file, or its header was changed.
        NOT_A_CONTAINER,
        /// A piece of a sealed file was changed.
        CONTENT_DAMAGED,
        /// A key that cannot be encrypted to.
        CERTIFICATE_UNUSABLE,
        /// A rescue code whose check characters do not fit.
        RESCUE_CODE_MISTYPED,
        /// No backup of a bid.
        NOT_A_BACKUP
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
