package venue.crypto;

import java.nio.file.Path;

/// What kind of sealed file a file is, by its header.
public enum SealedFile {
    BID, PARCEL;

    /// The kind of `file`; one that is not sealed at all throws [CryptoFailure] NOT_A_CONTAINER.
    public static SealedFile of(Path file) {
        return switch (Container.read(file).header().purpose()) {
            case BID -> BID;
            case PARCEL -> PARCEL;
        };
    }
}
