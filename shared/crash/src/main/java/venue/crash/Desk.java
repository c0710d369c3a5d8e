package venue.crash;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import venue.crypto.Bytes;
import venue.domain.base.Digest;
import venue.domain.base.Fact;
import venue.domain.opening.Objection;
import venue.domain.opening.OpeningEvent;
import venue.domain.witness.ExhibitId;
import venue.domain.witness.ExhibitKind;
import venue.domain.witness.ExhibitOrigin;
import venue.domain.witness.WatchStage;
import venue.domain.witness.WitnessEvent;
import venue.journal.Author;
import venue.journal.Journal;

/// Somebody at work with a real journal, who tells every answer of it at once.
final class Desk implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Journal journal;
    private final Consumer<String> tell;

    private Desk(Journal journal, Consumer<String> tell) {
        this.journal = journal;
        this.tell = tell;
    }

    static Desk open(Path dir, Consumer<String> tell) {
        var desk = new Desk(Station.open(dir), tell);
        tell.accept(Said.MARK + "opened " + desk.journal.size());
        return desk;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /// A fact of the opening, different from all others.
    static Fact objection(String text) {
        return new OpeningEvent.ObjectionRaised(NUMBER.incrementAndGet(), Station.BIDDER, "安静",
                Objection.Topic.READING, text, now());
    }

    /// A line of the witness's log.
    static Fact remark(String text) {
        return new WitnessEvent.LogNoted(WatchStage.OPENING, text, Station.WITNESS.person(), now());
    }

    void write(Author who, List<? extends Fact> facts) {
        tell.accept(Said.line(journal.append(who, facts)));
    }

    void object(String text) {
        write(Station.HOST, List.of(objection(text)));
    }

    void note(String... texts) {
        write(Station.WITNESS, List.of(texts).stream().map(Desk::remark).toList());
    }

    Digest keep(byte[] bytes) {
        var digest = journal.blobs().put(new ByteArrayInputStream(bytes));
        tell.accept(Said.line(digest, bytes.length));
        return digest;
    }

    /// A piece of evidence as it is taken: begun, stored, ended.
    void capture(int number, byte[] bytes) {
        var exhibit = ExhibitId.of(number, Station.DEVICE);
        write(Station.WITNESS, List.of(new WitnessEvent.CaptureBegan(exhibit, Optional.empty(),
                ExhibitKind.PHOTO, ExhibitOrigin.CAPTURED, "照片 " + number,
                new WitnessEvent.Source("camera", "C-1", ""), "开标一室", now(),
                Station.WITNESS.person(), Optional.empty(), Bytes.random(8).hex(), now())));
        var digest = keep(bytes);
        write(Station.WITNESS, List.of(new WitnessEvent.CaptureEnded(exhibit, bytes.length, digest,
                new Digest(Bytes.of(bytes).sm3()), "image/jpeg", now())));
    }

    /// Asks for a signed head.
    void sign() {
        if (journal.head().note().isEmpty()) {
            throw new IllegalStateException("a head without a signature");
        }
    }

    @Override
    public void close() {
        tell.accept(Said.MARK + "closing");
        journal.close();
        tell.accept(Said.MARK + "closed");
    }
}
