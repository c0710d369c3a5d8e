package venue.parcel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.crypto.Progress;
import venue.crypto.Token;

/// Many files in one, signed by the sender and on wish sealed to its recipients: bids, project
/// packages, handovers, evidence and archives travel so. A zip with `manifest.json` and its
/// detached signature `manifest.json.p7s`; layout: handbook, formats-parcel.
public final class Parcel {

    private Parcel() {}

    /// What a parcel is about.
    ///
    /// @param kind `bid`, `project`, `handover`, `evidence` or `archive`
    /// @param subject what it belongs to, usually the lot's code
    /// @param title for people
    public record Label(String kind, String subject, String title) {}

    /// One file to go in, by its name inside the parcel: ASCII, relative.
    public record Part(String name, Source source) {

        public Part(String name, Path file) {
            this(name, new OnDisk(file));
        }

        /// A part that is already in memory.
        public static Part of(String name, byte[] content) {
            return new Part(name, new InMemory(Bytes.of(content)));
        }
    }

    /// Where a part's bytes come from.
    public sealed interface Source {
        InputStream open() throws IOException;
    }

    private record OnDisk(Path file) implements Source {

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    private record InMemory(Bytes content) implements Source {

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content.array());
        }
    }

    /// Writes a parcel; the file is there in full when this returns, or not at all.
    ///
    /// @param recipients who may open it, each alone; empty when it is not sealed
    /// @param at the time the sender claims
    public static void write(Path out, Label label, List<Part> parts, Token sender,
            List<Certificate> recipients, Instant at) {
        write(out, label, parts, sender, recipients, at, Progress.NONE);
    }

    /// The same, telling how far it is.
    public static void write(Path out, Label label, List<Part> parts, Token sender,
            List<Certificate> recipients, Instant at, Progress progress) {
        ParcelWriting.write(out, label, parts, sender, recipients, at, progress);
    }

    /// Opens a parcel and checks all of it: names, limits, signature and the digests of every part.
    /// Whether the sender is to be believed is for [venue.crypto.TrustList].
    ///
    /// @param recipient needed when it is sealed
    public static Opened open(Path in, @Nullable Token recipient) {
        return ParcelReading.open(in, recipient);
    }

    /// A parcel that was found whole.
    public interface Opened extends AutoCloseable {

        Label label();

        /// The certificate that signed it.
        Certificate sender();

        /// When, as the sender says.
        Instant createdAt();

        /// The list of contents.
        Manifest manifest();

        /// The exact bytes of the list and of its signature, for the record.
        Bytes manifestBytes();

        /// The sender's detached signature over [#manifestBytes].
        Bytes signature();

        /// The names of the parts in the order of the list.
        List<String> names();

        /// One part in memory, checked again.
        byte[] bytes(String name);

        /// One part into a file, checked again; the file is there in full or not at all.
        void copy(String name, Path out);

        @Override
        void close();
    }
}
