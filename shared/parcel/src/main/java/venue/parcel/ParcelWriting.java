package venue.parcel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import venue.crypto.Certificate;
import venue.crypto.Detached;
import venue.crypto.Durable;
import venue.crypto.Hashes;
import venue.crypto.Progress;
import venue.crypto.SealedStream;
import venue.crypto.Token;

/// How parcels are packed: each part is hashed in the pass that packs it.
final class ParcelWriting {

    private ParcelWriting() {}

    static void write(Path out, Parcel.Label label, List<Parcel.Part> parts, Token sender,
            List<Certificate> recipients, Instant at, Progress progress) {
        Names.check(parts.stream().map(Parcel.Part::name).toList());
        if (parts.size() > Limits.ENTRIES_MAX) {
            throw new ParcelFailure(ParcelFailure.Code.TOO_MANY, parts.size(), Limits.ENTRIES_MAX);
        }
        try {
            var zip = Durable.beside(out);
            try {
                pack(zip, label, parts, sender, at);
                if (recipients.isEmpty()) {
                    Durable.move(zip, out);
                } else {
                    SealedStream.seal(zip, out, label.subject(), recipients,
                            sender.signing().suite(), at, progress);
                }
            } finally {
                Files.deleteIfExists(zip);
            }
        } catch (IOException e) {
            throw new ParcelFailure(ParcelFailure.Code.DISK, e, out);
        }
    }

    private static void pack(Path file, Parcel.Label label, List<Parcel.Part> parts, Token sender,
            Instant at) throws IOException {
        var time = at.truncatedTo(ChronoUnit.MILLIS);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var zip = new ZipOutputStream(Channels.newOutputStream(channel));
            var entries = new ArrayList<Manifest.Entry>();
            for (var part : parts) {
                begin(zip, part.name(), time);
                entries.add(copy(part, zip));
                zip.closeEntry();
            }
            var manifest = new Manifest(Manifest.FORMAT, label.kind(), label.subject(),
                    label.title(), time.toString(), entries).write();
            add(zip, Names.MANIFEST, manifest, time);
            add(zip, Names.SIGNATURE, Detached.sign(sender, manifest, at).array(), time);
            zip.finish();
            channel.force(true);
        }
    }

    private static Manifest.Entry copy(Parcel.Part part, OutputStream zip) throws IOException {
        try (var in = open(part)) {
            var sums = Hashes.both(new Copying(in, zip));
            if (sums.size() > Limits.PART_BYTES_MAX) {
                throw new ParcelFailure(ParcelFailure.Code.TOO_LARGE, part.name());
            }
            return new Manifest.Entry(part.name(), sums.size(), sums.sha256(), sums.sm3());
        }
    }

    private static InputStream open(Parcel.Part part) {
        try {
            return part.source().open();
        } catch (IOException e) {
            throw new ParcelFailure(ParcelFailure.Code.PART_UNREADABLE, e, part.name());
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] content, Instant at)
            throws IOException {
        begin(zip, name, at);
        zip.write(content);
        zip.closeEntry();
    }

    private static void begin(ZipOutputStream zip, String name, Instant at) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
        zip.putNextEntry(entry);
    }

    /// Whatever is read is written as well.
    private static final class Copying extends InputStream {

        private final InputStream in;
        private final OutputStream out;

        Copying(InputStream in, OutputStream out) {
            this.in = in;
            this.out = out;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            if (one >= 0) {
                out.write(one);
            }
            return one;
        }

        @Override
        public int read(byte[] buffer, int from, int count) throws IOException {
            int n = in.read(buffer, from, count);
            if (n > 0) {
                out.write(buffer, from, n);
            }
            return n;
        }
    }
}
