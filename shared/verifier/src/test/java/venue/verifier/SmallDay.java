package venue.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import venue.crypto.Bytes;
import venue.crypto.Detached;
import venue.crypto.Ed25519;
import venue.domain.base.DeviceId;
import venue.domain.base.Digest;
import venue.domain.base.Fact;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.journal.Author;
import venue.journal.Journal;
import venue.journal.JournalKeys;
import venue.journal.Receipt;
import venue.journal.proof.Note;
import venue.journal.proof.VerifierKey;

/// A whole day in small, written into real journals at seven desks, countersigned, and laid out as
/// a folder to be archived. With a [Lie] in it where a test wants one.
final class SmallDay implements AutoCloseable {

    static final String WITNESS = "venue.hall/centre";

    final Path home;
    final Path folder;
    final Path trust;
    final SmallPeople people;
    final Lie lie;
    private final Map<String, Journal> journals = new LinkedHashMap<>();
    private final Ed25519.Key centre = Ed25519.generate();
    private Instant now = SmallPeople.NINE.minusSeconds(600);

    SmallDay(Path home, SmallPeople people, Lie lie) throws IOException {
        this.home = home;
        this.folder = Files.createDirectories(home.resolve("archive"));
        this.trust = home.resolve("trust");
        this.people = people;
        this.lie = lie;
        var devices = new ArrayList<>(List.of("hall-1", "witness-1"));
        for (int seat = 1; seat <= 5; seat++) {
            devices.add("seat-" + seat);
        }
        var key = new VerifierKey(WITNESS, VerifierKey.Kind.COSIGNATURE, centre.pub());
        for (var device : devices) {
            journals.put(device,
                    Journal.open(Files.createDirectories(home.resolve("desks/" + device)),
                            JournalKeys.fresh().witnessedBy(key), new DeviceId(device),
                            this::later, _ -> {}));
        }
    }

    /// Each look at the clock is a second later.
    Instant later() {
        now = now.plusSeconds(1);
        return now;
    }

    void at(Instant moment) {
        now = moment;
    }

    void write(String device, String person, Role role, Fact... facts) {
        var journal = journals.get(device);
        if (journal == null) {
            throw new IllegalArgumentException(device);
        }
        journal.append(new Author(new PersonId(person), person, role, SmallTender.ID),
                List.of(facts));
    }

    /// Signs and keeps the signature beside the paper.
    Bytes sign(String paper, String person) throws IOException {
        var content = Files.readAllBytes(folder.resolve(paper));
        var signer = lie == Lie.FALSE_SIGNATURE && person.equals("P-SUPERVISOR")
                ? "P-EXPERT-4"
                : person;
        var cms = Detached.sign(people.token(signer), content, later());
        Files.write(folder.resolve(paper.replace(".pdf", "." + person + ".p7s")), cms.array());
        return cms;
    }

    Digest file(String name, byte[] content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        return new Digest(Bytes.of(content).sha256());
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Lets the day happen and lays it out.
    SmallDay told() throws IOException {
        new SmallOpening(this).tell();
        new SmallEvaluation(this).tell();
        new SmallWitness(this).tell();
        people.trust(trust);
        var keys = new StringBuilder();
        keys.append(new VerifierKey(WITNESS, VerifierKey.Kind.COSIGNATURE, centre.pub()).text())
                .append('\n');
        for (var journal : journals.values()) {
            var note = Note.parse(journal.head().note());
            journal.receipt(journal.origin(), Receipt.of(journal.head().size(),
                    note.cosignature(WITNESS, centre, later()).text()));
            journal.export(folder.resolve("journals"));
            keys.append(journal.verifierKey().text()).append('\n');
        }
        Files.writeString(trust.resolve("desks.vkey"), keys);
        int number = 0;
        for (var certificate : people.certificates()) {
            number++;
            file("certificates/person-" + number + ".crt", text(certificate.pem()));
        }
        return this;
    }

    /// Binds the folder as it stands, signed by the archivist or somebody else.
    Path bound(String name, String archivist) {
        var out = home.resolve(name);
        Archiving.bind(folder, SmallTender.ID.value(), "某管廊工程一标段", people.token(archivist),
                later(), out);
        return out;
    }

    @Override
    public void close() {
        journals.values().forEach(Journal::close);
    }
}
