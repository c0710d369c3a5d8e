package venue.crypto;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

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
    public record Copied(OpenOutcome outcome, OpeningEvidence evidence, long bytes) {}

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

    /// Writes the plain content to `out` in constant memory. Nothing appears there before the last
    /// chunk has been checked; a damaged file is an outcome, a full disk a [CryptoFailure].
    public Copied copyTo(Path out, Progress progress) {
        if (unlocked.isEmpty()) {
            return new Copied(outcome, evidence, 0);
        }
        Path temporary = null;
        try {
            temporary = Durable.beside(out);
            var fault = copy(unlocked.get(), temporary, progress);
            if (fault.isPresent()) {
                return new Copied(OpenOutcome.FILE_CORRUPT, OpeningEvidence.noted(fault.get()), 0);
            }
            Durable.move(temporary, out);
            return new Copied(OpenOutcome.OK, OpeningEvidence.NONE,
                    unlocked.get().container().header().plainLength());
        } catch (IOException e) {
            throw new CryptoFailure(CryptoFailure.Code.FILE_UNWRITABLE, e, out);
        } finally {
            Container.discard(temporary);
        }
    }

    private static Optional<String> copy(Unlocked unlocked, Path temporary, Progress progress)
            throws IOException {
        var header = unlocked.container().header();
        try (var in = channel(unlocked.container());
                var to = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            var fault = wrongLength(unlocked.container(), in);
            if (fault.isPresent()) {
                return fault;
            }
            var chunks = new Chunks(header.suite(), unlocked.key().array());
            long done = 0;
            for (long i = 0; i < header.chunks(); i++) {
                var plain = unlocked.container().chunk(chunks, in, i);
                if (plain.isEmpty()) {
                    return Optional.of(CryptoWords.BOOK.say("evidence.chunk", i + 1,
                            header.chunks()));
                }
                Container.put(to, plain.get());
                done += plain.get().length;
                Container.step(progress, done, header.plainLength());
            }
            to.force(true);
            return Optional.empty();
        }
    }

    private Optional<String> probe() {
        var container = unlocked.orElseThrow().container();
        var chunks = new Chunks(container.header().suite(), unlocked.orElseThrow().key().array());
        try (var in = channel(container)) {
            return wrongLength(container, in).or(() -> firstChunk(container, chunks, in));
        } catch (IOException e) {
            throw new CryptoFailure(CryptoFailure.Code.FILE_UNREADABLE, e, container.file());
        }
    }

    private static Optional<String> firstChunk(Container container, Chunks chunks,
            FileChannel in) {
        try {
            return container.chunk(chunks, in, 0).isPresent()
                    ? Optional.empty()
                    : Optional.of(CryptoWords.BOOK.say("evidence.chunk", 1,
                            container.header().chunks()));
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
