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
import java.util.Optional;
import venue.crypto.Bytes;
import venue.crypto.Detached;
import venue.crypto.Ed25519;
import venue.domain.base.DeviceId;
import venue.domain.base.Digest;
import venue.domain.base.Fact;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.journal.Author;
import venue.journal.Folder;
import venue.journal.Journal;
import venue.journal.JournalKeys;
import venue.journal.Receipt;
import venue.journal.Restoration;
import venue.journal.SessionEvent.Approval;
import venue.journal.SessionEvent.SessionClosed;
import venue.journal.SessionEvent.Sighting;
import venue.journal.proof.MerkleTree;
import venue.journal.proof.Note;
import venue.journal.proof.Tiles;
import venue.journal.proof.TreeHash;
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
    private final Map<String, JournalKeys> journalKeys = new LinkedHashMap<>();
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
            journalKeys.put(device, JournalKeys.fresh().witnessedBy(key));
            journals.put(device, open(device));
            if (lie != Lie.UNCERTIFIED || !device.equals("witness-1")) {
                signIn(device);
            }
        }
    }

    private Path desk(String device) {
        return home.resolve("desks/" + device);
    }

    private JournalKeys keys(String device) {
        return Optional.ofNullable(journalKeys.get(device)).orElseThrow();
    }

    private Journal open(String device) throws IOException {
        return Journal.open(Files.createDirectories(desk(device)), keys(device),
                new DeviceId(device), this::later, _ -> {});
    }

    /// Whoever works at the desk certifies the session.
    private void signIn(String device) {
        var person = switch (device) {
            case "hall-1" -> "P-HOST";
            case "witness-1" -> "P-WITNESS";
            default -> "P-EXPERT-" + Math.min(4, Integer.parseInt(device.substring(5)));
        };
        journal(device).certify(new Author(new PersonId(person), person, Role.SYSTEM,
                Author.NO_TENDER), people.token(person));
    }

    private Journal journal(String device) {
        return Optional.ofNullable(journals.get(device))
                .orElseThrow(() -> new IllegalArgumentException(device));
    }

    /// One desk writes down what it holds of another's log.
    private void see(String device, String other) {
        var head = journal(other).head();
        var root = lie == Lie.SIGHTING ? Bytes.random(32) : head.sha256Root();
        journal(device).append(Author.station(new DeviceId(device)),
                List.of(new SessionClosed("seen",
                        List.of(new Sighting(head.origin(), head.size(), root)), later())));
    }

    /// The disk of a desk is given up and the desk goes on with a new generation of its log.
    private void restore(String device) throws IOException {
        journal(device).close();
        var plan = Restoration.plan(desk(device), Folder.of(desk(device)), keys(device),
                new DeviceId(device), this::later, _ -> {});
        var at = later();
        var reason = "磁盘读写出错，更换磁盘后继续工作";
        var statement = text(plan.statement(reason, at));
        var approvals = new ArrayList<Approval>();
        for (var person : List.of("P-SUPERVISOR",
                lie == Lie.STRANGE_APPROVER ? "STRANGER" : "P-HOST")) {
            approvals.add(new Approval(new PersonId(person), person,
                    Detached.sign(people.token(person), statement, later())));
        }
        plan.run(reason, approvals, at);
        journals.put(device, open(device));
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
        journal(device).append(new Author(new PersonId(person), person, role, SmallTender.ID),
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
        see("seat-5", "hall-1");
        countersign(journal("seat-5"));
        restore("seat-5");
        people.trust(trust);
        var keys = new StringBuilder();
        keys.append(new VerifierKey(WITNESS, VerifierKey.Kind.COSIGNATURE, centre.pub()).text())
                .append('\n');
        for (var journal : journals.values()) {
            countersign(journal);
            journal.export(folder.resolve("journals"));
            keys.append(journal.verifierKey().text()).append('\n');
        }
        Files.writeString(trust.resolve("desks.vkey"), keys);
        prove(journal("hall-1"));
        int number = 0;
        for (var certificate : people.certificates()) {
            number++;
            file("certificates/person-" + number + ".crt", text(certificate.pem()));
        }
        return this;
    }

    private void countersign(Journal journal) {
        var head = journal.head();
        journal.receipt(journal.origin(), Receipt.of(head.size(),
                Note.parse(head.note()).cosignature(WITNESS, centre, later()).text()));
    }

    /// The proof of one entry, and both trees as tiles.
    private void prove(Journal journal) throws IOException {
        var log = folder.resolve("journals/hall-1-g1");
        file("journals/hall-1-g1/proofs/3.tlog-proof", text(journal.proof(3)));
        var leaves = Files.readAllLines(log.resolve("leaves.jsonl"));
        for (var hash : TreeHash.values()) {
            var tree = new MerkleTree(hash);
            leaves.forEach(leaf -> tree.append(text(leaf)));
            Tiles.write(log.resolve("tiles"), hash, tree,
                    seq -> text(leaves.get(Math.toIntExact(seq))),
                    hash == TreeHash.SHA256 ? journal.head().note() : journal.head().sm3Note());
        }
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
