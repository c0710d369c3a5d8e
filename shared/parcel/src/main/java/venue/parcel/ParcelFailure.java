package venue.parcel;

import org.jspecify.annotations.Nullable;
import venue.words.Failure;
import venue.words.Words;

/// What can be wrong with a parcel, naming the entry.
public final class ParcelFailure extends Failure {

    private static final long serialVersionUID = 1L;

    /// What can be wrong.
    public enum Code {
        /// No such file or folder.
        PARCEL_MISSING,
        /// Not a zip, or cut.
        NOT_A_PARCEL,
        /// An empty folder.
        NOTHING_TO_PACK,
        /// The list of contents is not as published.
        MANIFEST_DAMAGED,
        /// A name that is not allowed.
        NAME_BAD,
        /// Two names that some system takes for one.
        NAME_TWICE,
        /// In the zip but not on the list.
        ENTRY_UNKNOWN,
        /// On the list but not in the zip.
        ENTRY_MISSING,
        /// Size or digest differ from the list.
        ENTRY_CHANGED,
        /// More entries than allowed.
        TOO_MANY,
        /// An entry or all of them larger than allowed.
        TOO_LARGE,
        /// A zip bomb.
        SWOLLEN,
        /// The list is not signed as it stands.
        SIGNATURE_BAD,
        /// Sealed, and no medium was given.
        SEALED,
        /// Sealed to others.
        NOT_FOR_YOU,
        /// The sealed file was changed.
        BODY_DAMAGED,
        /// The medium failed.
        TOKEN_FAILED,
        /// A file to be packed cannot be read.
        PART_UNREADABLE,
        /// A package without an opening key.
        NO_OPENING_KEY,
        /// Reading or writing failed.
        DISK
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
