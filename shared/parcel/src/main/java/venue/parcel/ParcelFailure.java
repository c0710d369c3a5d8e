package venue.parcel;

import org.jspecify.annotations.Nullable;
import venue.words.Failure;
import venue.words.Words;

/// What can be wrong with a parcel, naming the entry.
public final class ParcelFailure extends Failure {

    private static final long serialVersionUID = 1L;

    /// What can be wrong.
    public enum Code {
        PARCEL_MISSING, NOT_A_PARCEL, MANIFEST_DAMAGED, NAME_BAD, NAME_TWICE, ENTRY_UNKNOWN, ENTRY_MISSING, ENTRY_CHANGED, TOO_MANY, TOO_LARGE, SWOLLEN, SIGNATURE_BAD, SEALED, NOT_FOR_YOU, BODY_DAMAGED, TOKEN_FAILED, PART_UNREADABLE, DISK
    }

    ParcelFailure(Code code, @Nullable Throwable cause, Object... arguments) {
        super(code.name(), cause, arguments);
    }

    ParcelFailure(Code code, Object... arguments) {
        this(code, null, arguments);
    }

    @Override
    protected Words words() {
        return ParcelWords.BOOK;
    }
}
