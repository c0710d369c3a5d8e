package venue.journal.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import venue.crypto.Ed25519;
import venue.domain.base.DeviceId;
import venue.domain.base.Fact;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.base.TenderId;
import venue.domain.evaluation.EvaluationEvent;
import venue.domain.opening.OpeningEvent;
import venue.domain.witness.WitnessEvent;
import venue.journal.Audience;
import venue.journal.Author;
import venue.journal.Journal;
import venue.journal.JournalKeys;
import venue.journal.Receipt;
import venue.journal.proof.Note;
import venue.journal.proof.VerifierKey;

/// A short day at two desks, real and signed, for the golden export: two sessions, a batch, a
/// rotated key, a draft for the own desk only, a countersignature, a foreign log.
final class GoldenDay {

    private static final TenderId TENDER = new TenderId("A2101000001202600100001");
    private static final DeviceId HALL = new DeviceId("hall-1");
    private static final DeviceId SEAT = new DeviceId("seat-1");
    private static final Author HOST = new Author(new PersonId("P-HOST"), "沈静", Role.HOST, TENDER);
    private static final Author EXPERT = new Author(new PersonId("P-EXPERT-1"), "马振华",
            Role.EXPERT, TENDER);

    private final Ed25519.Key centre = Ed25519.generate();
    private final VerifierKey witness = new VerifierKey("centre", VerifierKey.Kind.COSIGNATURE,
            centre.pub());
    private final JournalKeys seat = JournalKeys.fresh();
    private final JournalKeys hall = JournalKeys.fresh().witnessedBy(witness).knowing(SEAT,
            seat.device().pub());
    private final Path dir;
    private Instant now = Instant.parse("2026-11-23T02:00:00.004Z");

    private GoldenDay(Path dir) {
        this.dir = dir;
    }

    /// Lives the day in a scratch folder and exports it to `out`.
    static void export(Path out) throws IOException {
        var dir = Files.createTempDirectory("golden-day");
        try {
            new GoldenDay(dir).run(out);
        } finally {
            try (var all = Files.walk(dir)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private void run(Path out) {
        try (var journal = open(HALL, hall)) {
            write(journal, HOST, OpeningEvent.SessionPrepared.class);
            write(journal, HOST, OpeningEvent.BidderSignedIn.class);
            write(journal, HOST, OpeningEvent.BidDecrypted.class);
        }
        try (var journal = open(HALL, hall); var other = open(SEAT, seat)) {
            write(journal, HOST, WitnessEvent.ItemChecked.class, WitnessEvent.LogNoted.class,
                    OpeningEvent.ObjectionRaised.class);
            countersign(journal);
            now = now.plusSeconds(16 * 60);
            write(journal, HOST, OpeningEvent.RecordSigned.class);
            write(journal, HOST, OpeningEvent.OpeningEnded.class);
            write(other, EXPERT, EvaluationEvent.BallotDrafted.class);
            write(other, EXPERT, EvaluationEvent.BallotCommitted.class);
            write(other, EXPERT, EvaluationEvent.BallotRevealed.class);
            journal.accept(other.range(other.origin(), 0, 100, Audience.ROOM));
            journal.export(out);
        }
    }

    private void countersign(Journal journal) {
        var head = journal.head();
        journal.receipt(journal.origin(), Receipt.of(journal.size(),
                Note.parse(head.note()).cosignature("centre", centre, now).text()));
    }

    private Journal open(DeviceId device, JournalKeys keys) {
        InstantSource clock = () -> now;
        return Journal.open(dir.resolve(device.value()), keys, device, clock, _ -> {});
    }

    private void write(Journal journal, Author who, Class<?>... kinds) {
        now = now.plusSeconds(41);
        journal.append(who, Arrays.stream(kinds).map(new Sample(true)::of).map(Fact.class::cast)
                .toList());
    }
}
