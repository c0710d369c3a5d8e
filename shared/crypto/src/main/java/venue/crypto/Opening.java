package venue.crypto;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An attempt to open a sealed file, as far as it came. When [#outcome] is OK the key is right
/// and the content can be copied out; every chunk is still checked on the way.
public final class Opening {

    private final OpenOutcome outcome;
    private final OpeningEvidence evidence;
    private final Optional<Unlocked> unlocked;

    private record Unlocked(Container container, Bytes key) {}

    /// What copying came to.
    ///
    /// @param bytes how much plain content was written; nothing is left behind unless it is OK
    /// @param sha256 of the plain content in lower-case hexadecimal, empty if not asked for
    /// @param sm3 likewise
    public record Copied(OpenOutcome outcome, OpeningEvidence evidence, long bytes, String sha256,
            String sm3) {}

    private Opening(OpenOutcome outcome, OpeningEvidence evidence, Optional<Unlocked> unlocked) {
        this.outcome = outcome;
        this.evidence = evidence;
        this.unlocked = unlocked;
    }

    static Opening failed(OpenOutcome outcome, OpeningEvidence evidence) {
        return new Opening(outcome, evidence, Optional.empty());
    }

    /// Derives the content key and tries it on the first chunk.
    static Opening with(Container container, byte[] secret) {
        var key = Bytes.of(Container.contentKey(container.header(), secret));
        var opening = new Opening(OpenOutcome.OK, OpeningEvidence.NONE,
                Optional.of(new Unlocked(container, key)));
        return opening.probe().map(note -> failed(OpenOutcome.FILE_CORRUPT,
                OpeningEvidence.noted(note))).orElse(opening);
    }

    /// OK, or the first thing that went wrong.
    public OpenOutcome outcome() {
        return outcome;
    }

    /// What was found when it is not OK.
    public OpeningEvidence evidence() {
        return evidence;
    }

    /// Writes the plain content to `out` on all cores in constant memory. Nothing appears there
    /// before the last chunk has been checked; a damaged file is an outcome, a full disk a
    /// [CryptoFailure].
    public Copied copyTo(Path out, Progress progress) {
        return copyTo(out, Copying.fast().telling(progress));
    }

    /// The same, as asked for.
    public Copied copyTo(Path out, Copying how) {
        if (unlocked.isEmpty()) {
            return new Copied(outcome, evidence, 0, "", "");
        }
        Path temporary = null;
        try {
            temporary = Durable.beside(out);
            Copied copied;
            try (var to = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                copied = copy(unlocked.get(), how, (bytes, at, length) -> put(to, bytes, at,
                        length));
                to.force(true);
            }
            if (copied.outcome() == OpenOutcome.OK) {
                Durable.move(temporary, out);
            }
            return copied;
        } catch (IOException e) {
            throw new CryptoFailure(CryptoFailure.Code.FILE_UNWRITABLE, e, out);
        } finally {
            Container.discard(temporary);
        }
    }

    /// Hands the plain content to `out`, which stays open, in order and every chunk only after it
    /// was checked. What was taken counts only if the outcome is OK: until then the end may be
    /// missing.
    public Copied copyTo(OutputStream out, Copying how) throws IOException {
        return unlocked.isEmpty()
                ? new Copied(outcome, evidence, 0, "", "")
                : copy(unlocked.get(), how, out::write);
    }

    /// The plain content at any position, for a viewer that turns pages: only what is touched is
    /// read, and each chunk is checked before a byte of it is handed out; a damaged one is a
    /// [CryptoFailure] CONTENT_DAMAGED. Only when [#outcome] is OK.
    public SeekableByteChannel content() {
        var open = unlocked.orElseThrow(() -> new IllegalStateException("not unlocked"));
        try {
            return new PlainContent(open.container(), open.key(), channel(open.container()));
        } catch (IOException e) {
            throw new CryptoFailure(CryptoFailure.Code.FILE_UNREADABLE, e,
                    open.container().file());
        }
    }

    private static Copied copy(Unlocked unlocked, Copying how, BodyCopy.Sink sink)
            throws IOException {
        var container = unlocked.container();
        var digests = new EnumMap<Suite, MessageDigest>(Suite.class);
        how.digests().forEach(suite -> digests.put(suite, suite.digest()));
        try (var in = channel(container)) {
            var fault = wrongLength(container, in);
            if (fault.isEmpty()) {
                var bad = new BodyCopy(container, unlocked.key(), in, how, (bytes, at, length) -> {
                    digests.values().forEach(digest -> digest.update(bytes, at, length));
                    sink.take(bytes, at, length);
                }).run();
                fault = bad.isPresent()
                        ? Optional.of(badChunk(container, bad.getAsLong()))
                        : Optional.empty();
            }
            return fault.map(note -> new Copied(OpenOutcome.FILE_CORRUPT,
                    OpeningEvidence.noted(note), 0, "", ""))
                    .orElseGet(() -> new Copied(OpenOutcome.OK, OpeningEvidence.NONE,
                            container.header().plainLength(), hex(digests.get(Suite.RSA)),
                            hex(digests.get(Suite.SM))));
        }
    }

    private static String hex(@Nullable MessageDigest digest) {
        return digest == null ? "" : HexFormat.of().formatHex(digest.digest());
    }

    private static void put(FileChannel to, byte[] bytes, int at, int length)
            throws IOException {
        var buffer = ByteBuffer.wrap(bytes, at, length);
        while (buffer.hasRemaining()) {
            to.write(buffer);
        }
    }

    private static String badChunk(Container container, long index) {
        return CryptoWords.BOOK.say("evidence.chunk", index + 1, container.header().chunks());
    }

    private Optional<String> probe() {
        var open = unlocked.orElseThrow();
        var container = open.container();
        try (var in = channel(container);
                var reader = new ChunkReader(container, open.key(), in)) {
            var fault = wrongLength(container, in);
            var plain = new byte[ContainerHeader.CHUNK];
            return fault.isPresent() || reader.read(0, plain, 0) >= 0
                    ? fault
                    : Optional.of(badChunk(container, 0));
        } catch (IOException e) {
            throw new CryptoFailure(CryptoFailure.Code.FILE_UNREADABLE, e, container.file());
        }
    }

    private static FileChannel channel(Container container) throws IOException {
        try {
            return FileChannel.open(container.file(), StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            throw new CryptoFailure(CryptoFailure.Code.FILE_UNREADABLE, e, container.file());
        }
    }

    private static Optional<String> wrongLength(Container container, FileChannel in)
            throws IOException {
        long wanted = container.bodyStart() + container.header().bodyLength();
        return in.size() == wanted
                ? Optional.empty()
                : Optional.of(CryptoWords.BOOK.say("evidence.length", wanted, in.size()));
    }
}
