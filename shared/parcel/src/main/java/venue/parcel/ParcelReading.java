package venue.parcel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import venue.crypto.Bytes;
import venue.crypto.CryptoFailure;
import venue.crypto.Detached;
import venue.crypto.OpenOutcome;
import venue.crypto.Progress;
import venue.crypto.SealedStream;
import venue.crypto.Token;

/// How parcels are opened: nothing is handed out before all of it has been checked.
final class ParcelReading {

    private ParcelReading() {}

    static Parcel.Opened open(Path in, @Nullable Token recipient) {
        if (!Files.isRegularFile(in)) {
            throw new ParcelFailure(ParcelFailure.Code.PARCEL_MISSING, in);
        }
        if (!SealedStream.looksSealed(in)) {
            return read(in, false);
        }
        if (recipient == null) {
            throw new ParcelFailure(ParcelFailure.Code.SEALED, in.getFileName());
        }
        return read(unseal(in, recipient), true);
    }

    private static Path unseal(Path in, Token recipient) {
        Path plain = null;
        boolean whole = false;
        try {
            plain = Files.createTempFile("parcel", ".zip");
            var opening = SealedStream.open(in).unlock(recipient);
            refuse(in, recipient, opening.outcome(), opening.evidence().note());
            var copied = opening.copyTo(plain, Progress.NONE);
            refuse(in, recipient, copied.outcome(), copied.evidence().note());
            whole = true;
            return plain;
        } catch (CryptoFailure e) {
            throw new ParcelFailure(ParcelFailure.Code.BODY_DAMAGED, e, in.getFileName(), e.what());
        } catch (IOException e) {
            throw new ParcelFailure(ParcelFailure.Code.DISK, e, in);
        } finally {
            if (plain != null && !whole) {
                delete(plain);
            }
        }
    }

    private static void refuse(Path in, Token recipient, OpenOutcome outcome, String note) {
        switch (outcome) {
            case OK -> {
            }
            case WRONG_CERT -> throw new ParcelFailure(ParcelFailure.Code.NOT_FOR_YOU,
                    in.getFileName(), recipient.encryption().holder(), note);
            case FILE_CORRUPT, HASH_MISMATCH -> throw new ParcelFailure(
                    ParcelFailure.Code.BODY_DAMAGED, in.getFileName(), note);
            default -> throw new ParcelFailure(ParcelFailure.Code.TOKEN_FAILED, in.getFileName(),
                    note.isEmpty() ? outcome.say() : note);
        }
    }

    private static Parcel.Opened read(Path file, boolean temporary) {
        ZipFile zip = null;
        boolean good = false;
        try {
            zip = new ZipFile(file.toFile());
            var opened = check(zip, file, temporary);
            good = true;
            return opened;
        } catch (ZipException | NoSuchFileException e) {
            throw new ParcelFailure(ParcelFailure.Code.NOT_A_PARCEL, e, file.getFileName());
        } catch (IOException e) {
            throw new ParcelFailure(ParcelFailure.Code.DISK, e, file);
        } finally {
            if (!good) {
                close(zip);
                if (temporary) {
                    delete(file);
                }
            }
        }
    }

    private static Parcel.Opened check(ZipFile zip, Path file, boolean temporary)
            throws IOException {
        if (zip.size() > Limits.ENTRIES_MAX + 2) {
            throw new ParcelFailure(ParcelFailure.Code.TOO_MANY, zip.size(), Limits.ENTRIES_MAX);
        }
        var json = small(zip, Names.MANIFEST, Limits.MANIFEST_BYTES_MAX);
        var cms = Bytes.of(small(zip, Names.SIGNATURE, Limits.SIGNATURE_BYTES_MAX));
        var signed = verify(cms, json);
        var manifest = Manifest.read(json);
        compare(zip, manifest);
        measure(file, manifest);
        var parcel = new OpenedParcel(file, zip, temporary, manifest, Bytes.of(json), cms,
                signed.signer());
        parcel.verifyAll();
        return parcel;
    }

    private static Detached.Signed verify(Bytes cms, byte[] json) {
        try {
            var signed = Detached.verify(cms, json);
            if (!signed.valid()) {
                throw new ParcelFailure(ParcelFailure.Code.SIGNATURE_BAD, signed.reason());
            }
            return signed;
        } catch (CryptoFailure e) {
            throw new ParcelFailure(ParcelFailure.Code.SIGNATURE_BAD, e, e.what());
        }
    }

    /// The entries of the zip and those of the manifest are the same, one to one.
    private static void compare(ZipFile zip, Manifest manifest) {
        Names.check(manifest.parts().stream().map(Manifest.Entry::name).toList());
        var listed = manifest.byName();
        var seen = new HashSet<String>();
        for (var entry : Collections.list(zip.entries())) {
            var name = entry.getName();
            if (!seen.add(name)) {
                throw new ParcelFailure(ParcelFailure.Code.NAME_TWICE, name);
            }
            boolean ours = name.equals(Names.MANIFEST) || name.equals(Names.SIGNATURE);
            if (!ours && !listed.containsKey(name)) {
                throw new ParcelFailure(ParcelFailure.Code.ENTRY_UNKNOWN, name);
            }
        }
        for (var name : listed.keySet()) {
            if (!seen.contains(name)) {
                throw new ParcelFailure(ParcelFailure.Code.ENTRY_MISSING, name);
            }
        }
    }

    private static void measure(Path file, Manifest manifest) throws IOException {
        long total = 0;
        for (var part : manifest.parts()) {
            if (part.size() > Limits.PART_BYTES_MAX) {
                throw new ParcelFailure(ParcelFailure.Code.TOO_LARGE, part.name());
            }
            total += part.size();
        }
        if (total > Limits.TOTAL_BYTES_MAX) {
            throw new ParcelFailure(ParcelFailure.Code.TOO_LARGE, file.getFileName());
        }
        if (total > Limits.HARMLESS_BYTES
                && total / Math.max(1, Files.size(file)) > Limits.SWELLING_MAX) {
            throw new ParcelFailure(ParcelFailure.Code.SWOLLEN, file.getFileName());
        }
    }

    private static byte[] small(ZipFile zip, String name, int bytesMax) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new ParcelFailure(ParcelFailure.Code.ENTRY_MISSING, name);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            var content = in.readNBytes(bytesMax + 1);
            if (content.length > bytesMax) {
                throw new ParcelFailure(ParcelFailure.Code.TOO_LARGE, name);
            }
            return content;
        }
    }

    static void close(@Nullable ZipFile zip) {
        if (zip == null) {
            return;
        }
        try {
            zip.close();
        } catch (IOException e) {
            throw new ParcelFailure(ParcelFailure.Code.DISK, e, zip.getName());
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ParcelFailure(ParcelFailure.Code.DISK, e, file);
        }
    }
}
