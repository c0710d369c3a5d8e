package venue.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.crypto.Authority;
import venue.crypto.Bytes;
import venue.crypto.Ed25519;
import venue.crypto.FileToken;
import venue.crypto.KeyEntry;
import venue.crypto.Suite;
import venue.journal.SessionEvent.KeyCertified;
import venue.journal.SessionEvent.KeyRotated;
import venue.journal.SessionEvent.SessionOpened;
import venue.journal.proof.Checkpoint;
import venue.journal.proof.MerkleTree;
import venue.journal.proof.Note;
import venue.journal.proof.Proofs;
import venue.journal.proof.TreeHash;
import venue.journal.store.Database;

/// A thief with every key that is on the disk (device seed, data key, SM2 key) after the session's
/// key was rotated tries to sign the past anew.
class ForwardSecurityTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2036-01-01T00:00:00Z");

    @TempDir
    Path dir;
    private final Hall hall = new Hall();
    private SessionOpened opened;
    private Note published;
    private SessionChain truth;
    private Path folder;

    @BeforeEach
    void work() {
        var root = Authority.root(Suite.SM, "演练根", FROM, TO);
        var p12 = dir.resolve("host.p12");
        KeyEntry.write(p12, "246810".toCharArray(),
                List.of(root.issue(new Authority.Subject("宋主持", "代理公司", "P-HOST"),
                        Authority.Use.BOTH, FROM, TO)));
        try (var journal = hall.one(dir.resolve("j"));
                var token = FileToken.open(p12, "246810".toCharArray())) {
            journal.certify(Hall.HOST, token);
            journal.append(Hall.HOST, hall.prices(4));
            published = Note.parse(journal.head().note());
            hall.pass(1000);
            journal.append(Hall.HOST, hall.prices(2));
            truth = new SessionChain(journal.origin(),
                    () -> Optional.of(hall.oneKeys.device().pub()));
            var entries = journal.after(journal.origin(), 0);
            for (int seq = 0; seq < entries.size(); seq++) {
                truth.after(seq, entries.get(seq).fact());
            }
            opened = (SessionOpened) entries.getFirst().fact();
            assertTrue(entries.stream().anyMatch(e -> e.fact() instanceof KeyRotated));
            folder = journal.export(dir.resolve("out")).resolve("hall-1-g1");
        }
    }

    @Test
    void theTrueCheckpointHoldsUnderAPersonsToken() {
        assertTrue(truth.signed(published));
        assertEquals(List.of(Hall.HOST.person()), truth.operators(published.checkpoint().size()));
    }

    @Test
    void theDiskHoldsNoKeyOfThePast() {
        var setting = new Setting(dir, Hall.ONE, hall.oneKeys, Hall.FAMILIES, hall.clock());
        var now = hall.clock().instant();
        try (var db = Database.open(dir.resolve("x.db"))) {
            var log = new Log(setting, db, new Origin(Hall.ONE, 1), true);
            var session = new Session(log.origin, setting);
            var first = session.key();
            session.opened(log, Optional.empty(), List.of(), now);
            session.rotated(log, List.of(), now);
            session.rotate(1, now);
            assertTrue(first.isErased());
            assertThrows(IllegalStateException.class, () -> first.sign(new byte[1]));
            assertFalse(session.key().isErased());
            session.erase();
            assertTrue(session.key().isErased());
        }
    }

    @Test
    void anotherKeyUnderTheNameOfTheSessionIsFound() {
        var forged = forge(Ed25519.generate(), opened.session());
        assertTrue(forged.isSignedBy(new venue.journal.proof.VerifierKey("venue.hall/dev/hall-1/g1",
                venue.journal.proof.VerifierKey.Kind.ED25519, hall.oneKeys.device().pub())));
        assertFalse(truth.signed(forged));
    }

    @Test
    void aSessionOfTheThiefsOwnLacksThePersonsToken() throws Exception {
        var thief = Ed25519.generate();
        var origin = new Origin(Hall.ONE, 1);
        var statement = SessionEvent.statement(origin, "0123456789abcdef", thief.pub(), 0,
                opened.previousRoot());
        var own = new SessionOpened("0123456789abcdef", thief.pub(),
                hall.oneKeys.device().sign(statement.getBytes(UTF_8)), 0, opened.previousRoot(),
                false, Optional.empty(), List.of(), opened.at());
        var chain = new SessionChain(origin, () -> Optional.of(hall.oneKeys.device().pub()));
        chain.after(0, own);
        assertTrue(chain.signed(forge(thief, own.session())), "the device key alone would do");
        assertEquals(List.of(), chain.operators(6), "but nobody vouches for it");
        chain.after(1, new KeyCertified(own.session(), Hall.HOST.person(), certificateOfHost(),
                opened.at()));
        assertEquals(List.of(), chain.operators(6), "a signature over the true key does not help");
    }

    private Bytes certificateOfHost() throws Exception {
        var payload = Files.readAllLines(folder.resolve("payloads.jsonl")).get(1);
        return ((KeyCertified) Payload.fact(Families.house(), "session.key-certified",
                payload.getBytes(UTF_8))).cms();
    }

    @Test
    void whatIsForgedDoesNotFitWhatWasPublished() throws Exception {
        var tree = new MerkleTree(TreeHash.SHA256);
        var lines = Files.readAllLines(folder.resolve("leaves.jsonl"));
        for (int seq = 0; seq < lines.size(); seq++) {
            tree.append(lines.get(seq).replace("P-HOST", "P-EVIL").getBytes(UTF_8));
        }
        int size = Math.toIntExact(published.checkpoint().size());
        assertFalse(Proofs.consistent(TreeHash.SHA256, size, tree.size(),
                tree.consistency(size, tree.size()), published.checkpoint().root(), tree.root()));
    }

    /// Another history of six entries, signed with everything the thief has and `session`.
    private Note forge(Ed25519.Key session, String id) {
        var tree = new MerkleTree(TreeHash.SHA256);
        for (int i = 0; i < 6; i++) {
            tree.append(("{\"seq\":" + i + "}").getBytes(UTF_8));
        }
        var name = "venue.hall/dev/hall-1/g1";
        return new Note(new Checkpoint(name, 6, tree.root()).body(), List.of())
                .signed(name, hall.oneKeys.device()).signed(name, hall.oneKeys.sm2())
                .signed(SessionChain.lineName(name, id), session);
    }
}
