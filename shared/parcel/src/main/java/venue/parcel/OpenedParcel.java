package venue.parcel;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.crypto.Durable;
import venue.crypto.Suite;

/// A checked parcel over its zip file. Each part is checked again whenever it is read, because
/// the file may lie on a medium that others can write.
final class OpenedParcel implements Parcel.Opened {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final ZipFile zip;
    private final boolean temporary;
    private final Manifest manifest;
    private final Bytes manifestBytes;
    private final Bytes signature;
    private final Certificate sender;

    OpenedParcel(Path file, ZipFile zip, boolean temporary, Manifest manifest, Bytes manifestBytes,
            Bytes signature, Certificate sender) {
        this.file = file;
        this.zip = zip;
        this.temporary = temporary;
        this.manifest = manifest;
        this.manifestBytes = manifestBytes;
        this.signature = signature;
        this.sender = sender;
    }

    void verifyAll() throws IOException {
        for (var part : manifest.parts()) {
            transfer(part, OutputStream.nullOutputStream());
        }
    }

    @Override
    public Parcel.Label label() {
        return new Parcel.Label(manifest.kind(), manifest.subject(), manifest.title());
    }

    @Override
    public Certificate sender() {
        return sender;
    }

    @Override
    public Instant createdAt() {
        return manifest.created();
    }

    @Override
    public Manifest manifest() {
        return manifest;
    }

    @Override
    public Bytes manifestBytes() {
        return manifestBytes;
    }

    @Override
    public Bytes signature() {
        return signature;
    }

    @Override
    public List<String> names() {
        return manifest.parts().stream().map(Manifest.Entry::name).toList();
    }

    @Override
    public byte[] bytes(String name) {
        var part = part(name);
        if (part.size() > Limits.IN_MEMORY_BYTES_MAX) {
            throw new ParcelFailure(ParcelFailure.Code.TOO_LARGE, name);
        }
        var out = new ByteArrayOutputStream((int) part.size());
        try {
            transfer(part, out);
        } catch (IOException e) {
            throw new ParcelFailure(ParcelFailure.Code.DISK, e, file);
        }
        return out.toByteArray();
    }

    @Override
    public void copy(String name, Path out) {
        var part = part(name);
        try {
            var unfinished = Durable.beside(out);
            try {
                try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                    transfer(part, Channels.newOutputStream(channel));
                    channel.force(true);
                }
                Durable.move(unfinished, out);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new ParcelFailure(ParcelFailure.Code.DISK, e, out);
        }
    }

    @Override
    public void close() {
        ParcelReading.close(zip);
        if (temporary) {
            ParcelReading.delete(file);
        }
    }

    private Manifest.Entry part(String name) {
        var part = manifest.byName().get(name);
        if (part == null) {
            throw new ParcelFailure(ParcelFailure.Code.ENTRY_MISSING, name);
        }
        return part;
    }

    /// Never reads more than the manifest promises, whatever the zip says about itself.
    private void transfer(Manifest.Entry part, OutputStream out) throws IOException {
        var sha256 = Suite.RSA.digest();
        var sm3 = Suite.SM.digest();
        long size = 0;
        try (var in = content(part)) {
            var buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                if (size > part.size()) {
                    throw new ParcelFailure(ParcelFailure.Code.ENTRY_CHANGED, part.name());
                }
                sha256.update(buffer, 0, n);
                sm3.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
        } catch (ZipException | EOFException e) {
            throw new ParcelFailure(ParcelFailure.Code.ENTRY_CHANGED, e, part.name());
        }
        var hex = HexFormat.of();
        if (size != part.size() || !hex.formatHex(sha256.digest()).equals(part.sha256())
                || !hex.formatHex(sm3.digest()).equals(part.sm3())) {
            throw new ParcelFailure(ParcelFailure.Code.ENTRY_CHANGED, part.name());
        }
    }

    private InputStream content(Manifest.Entry part) throws IOException {
        var entry = zip.getEntry(part.name());
        if (entry == null) {
            throw new ParcelFailure(ParcelFailure.Code.ENTRY_MISSING, part.name());
        }
        return zip.getInputStream(entry);
    }
}
