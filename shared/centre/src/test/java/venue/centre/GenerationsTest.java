package venue.centre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static venue.sync.DeviceKind.BIDOPEN;
import static venue.sync.DeviceKind.EVALUATION;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.crypto.Bytes;
import venue.crypto.Detached;
import venue.domain.base.DeviceId;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.journal.Audience;
import venue.journal.Author;
import venue.journal.Folder;
import venue.journal.Leaf;
import venue.journal.LogRange;
import venue.journal.Origin;
import venue.journal.Restoration;
import venue.journal.SessionEvent.Approval;
import venue.journal.SessionEvent.GenerationBegun;
import venue.journal.Wire;
import venue.journal.proof.Checkpoint;
import venue.journal.proof.MerkleTree;
import venue.journal.proof.Note;
import venue.journal.proof.TreeHash;
import venue.sync.wire.Batch;

/// A disk that was put back, and the log that goes on after it: against the real centre.
class GenerationsTest {

    private static final DeviceId HALL = new DeviceId("hall-1");
    private static final Origin FIRST = new Origin(HALL, 1);
    private static final Origin SECOND = new Origin(HALL, 2);

    @TempDir
    Path dir;
    private Venue venue;

    @BeforeEach
    void open() {
        venue = new Venue(dir);
    }

    @AfterEach
    void close() {
        venue.close();
    }

    /// Thirty announcements reach the centre; then the folder, memory and all, is put back to
    /// where it had ten.
    private Path setBack() {
        var hall = venue.desk("hall-1", BIDOPEN, "hall");
        announce(hall, 0, 10);
        hall.close();
        var old = dir.resolve("old");
        Venue.copy(dir.resolve("hall-1"), old);
        hall = venue.desk("hall-1", dir.resolve("hall-1"));
        announce(hall, 10, 30);
        assertTrue(Venue.round(hall.courier()).complete());
        hall.close();
        return old;
    }

    private static void announce(Venue.Desk desk, int from, int to) {
        for (int i = from; i < to; i++) {
            desk.announce("announcement " + i);
        }
    }

    private void restore(Path folder) {
        restore(folder, folder);
    }

    private void restore(Path source, Path folder) {
        var plan = Restoration.plan(source, Folder.of(folder), venue.journalKeys("hall-1"), HALL,
                InstantSource.system(), _ -> {});
        var at = Venue.now();
        var reason = "disk was put back by mistake";
        assertEquals(SECOND, plan.run(reason, approvals(plan.statement(reason, at), at), at));
    }

    private static List<Approval> approvals(String statement, Instant at) {
        var approvals = new ArrayList<Approval>();
        for (var person : List.of("P-CHIEF", "P-SUPERVISOR")) {
            approvals.add(new Approval(new PersonId(person), person, Detached.sign(
                    Venue.token(person), statement.getBytes(StandardCharsets.UTF_8), at)));
        }
        return approvals;
    }

    private static List<String> announcements(Venue.Desk desk) {
        return desk.facts().stream().map(HallEvent.Announced.class::cast)
                .map(HallEvent.Announced::text).toList();
    }

    @Test
    void givesBackWhatADiskHasLost() {
        var old = setBack();
        var backup = dir.resolve("backup");
        Venue.copy(old, backup);
        long size = venue.centre.size(FIRST);
        var found = venue.desk("hall-1", old);
        var courier = found.courier();
        assertEquals("ROLLED_BACK", Venue.round(courier).message());
        assertTrue(courier.status().next().orElseThrow().contains("新的一代日志"));
        assertTrue(venue.centre.alarms().getFirst().startsWith("hall-1 ROLLED_BACK"));
        found.close();

        restore(backup, old);
        var hall = venue.desk("hall-1", old);
        assertEquals(SECOND, hall.journal.origin());
        hall.announce("goes on");
        assertFalse(announcements(hall).contains("announcement 29"));
        var round = Venue.round(hall.courier());
        assertTrue(round.complete(), round.toString());
        assertEquals("OK", round.message());
        assertEquals(size, hall.journal.cursors().get(FIRST));
        assertEquals(31, announcements(hall).size());
        assertTrue(announcements(hall).contains("announcement 29"));
        assertEquals(0, hall.journal.unsent());
        assertTrue(venue.holdsAllOf(hall.journal));
        assertEquals(size, venue.centre.size(FIRST), "the old log is held as it was");
        assertTrue(venue.centre.alarms().getLast()
                .startsWith("hall-1 GENERATION_BEGUN venue.hall/dev/hall-1/g2 after "));
        assertTrue(venue.centre.statusPage().contains("启用新一代日志"));
        var again = Venue.round(hall.courier());
        assertEquals(0, again.pushed() + again.pulled());
        var seat = venue.desk("seat-1", EVALUATION, "eval");
        assertTrue(Venue.round(seat.courier()).complete());
        assertEquals(announcements(hall), announcements(seat), "others read both generations");
    }

    @Test
    void goesOnWithAnAlarmIfTheDiskHadGoneItsOwnWay() {
        var old = setBack();
        long size = venue.centre.size(FIRST);
        var found = venue.desk("hall-1", old);
        found.announce("written on the disk that was put back");
        assertEquals("ROLLED_BACK", Venue.round(found.courier()).message());
        found.close();

        restore(old);
        var hall = venue.desk("hall-1", old);
        hall.announce("goes on");
        var courier = hall.courier();
        assertEquals("PEER_FORKED", Venue.round(courier).message());
        long written = hall.journal.size();
        assertEquals("PEER_FORKED", Venue.round(courier).message());
        assertEquals(written, hall.journal.size(), "a fork is written down once");
        assertTrue(Venue.round(courier).complete());
        assertEquals(0, hall.journal.unsent());
        assertTrue(venue.holdsAllOf(hall.journal));
        assertEquals(size, venue.centre.size(FIRST));
        assertTrue(venue.centre.alarms().stream()
                .anyMatch(alarm -> alarm.startsWith("hall-1 GENERATION_FORKED")));
    }

    @Test
    void bringsTheOldLogToTheCentreBeforeTheNewOneBegins() {
        var hall = venue.desk("hall-1", BIDOPEN, "hall");
        announce(hall, 0, 10);
        assertTrue(Venue.round(hall.courier()).complete());
        announce(hall, 10, 20);
        long size = hall.journal.head().size();
        hall.close();
        restore(dir.resolve("hall-1"));
        var next = venue.desk("hall-1", dir.resolve("hall-1"));
        assertTrue(Venue.round(next.courier()).complete());
        assertTrue(venue.centre.size(FIRST) >= size, "what had not been sent is there");
        assertTrue(venue.holdsAllOf(next.journal));
        assertEquals(20, announcements(next).size());
    }

    @Test
    void takesNothingMoreOfALogThatWasClosed() throws IOException {
        var old = setBack();
        var copy = dir.resolve("copy");
        Venue.copy(dir.resolve("hall-1"), copy);
        restore(old);
        var hall = venue.desk("hall-1", old);
        assertTrue(Venue.round(hall.courier()).complete());
        long size = venue.centre.size(FIRST);

        var past = venue.desk("hall-1", copy);
        past.announce("from the disk that was given up");
        var courier = past.courier();
        assertEquals("SUPERSEDED", Venue.round(courier).message());
        assertTrue(courier.status().isAlarm());
        var range = past.journal.range(FIRST, size, 1000, Audience.ROOM);
        var caller = new Caller(venue.centre.uri(), Venue.keys("hall-1"));
        var heard = caller.call("POST", "/v1/logs/hall-1/1/leaves", Batch.write(range), Map.of());
        assertEquals(410, heard.status(), heard.text());
        assertTrue(heard.text().contains("\"code\":\"LOG_CLOSED\""), heard.text());
        assertTrue(venue.centre.audit(1).getFirst().endsWith("410 LOG_CLOSED"));
        assertTrue(venue.centre.alarms().stream().anyMatch(a -> a.contains("LOG_CLOSED")));
        assertEquals(size, venue.centre.size(FIRST));
        assertEquals(200, caller.get("/v1/logs/hall-1/1/leaves?from=0").status(),
                "the closed log is served as ever");
    }

    @Test
    void takesAGenerationOnlyAsItMustBegin() throws IOException {
        setBack();
        var root = root(10);
        assertRefused("GENERATION", leaf("session.session-opened", new byte[]{'{', '}'}));
        assertRefused("GENERATION", begun(FIRST, 10, root, approved(2)), Optional.empty());
        assertRefused("GENERATION", begun(new Origin(HALL, 5), 10, root, approved(2)));
        assertRefused("GENERATION",
                begun(new Origin(new DeviceId("hall-9"), 1), 10, root, approved(2)));
        assertRefused("GENERATION", begun(FIRST, 10, root, approved(1)));
        assertRefused("GENERATION", begun(FIRST, 10, root, statement -> List
                .of(consent("P-CHIEF", statement), consent("P-CHIEF", statement))));
        assertRefused("GENERATION",
                begun(FIRST, 10, root, _ -> approvals("something else", Venue.now())));
        assertEquals(0, venue.centre.size(SECOND));
        assertTrue(venue.centre.statusPage().contains("新一代日志未被接受"));
        var good = begun(FIRST, 10, root, approved(2));
        assertEquals(200, push(good, Optional.of(good)).status());
        assertEquals(1, venue.centre.size(SECOND));
    }

    private Bytes root(int size) {
        var tree = new MerkleTree(TreeHash.SHA256);
        for (int seq = 0; seq < size; seq++) {
            tree.append(venue.centre.leaf(FIRST, seq).orElseThrow().array());
        }
        return tree.root();
    }

    private static Function<String, List<Approval>> approved(int persons) {
        return statement -> approvals(statement, Venue.now()).subList(0, persons);
    }

    private static Approval consent(String person, String statement) {
        return new Approval(new PersonId(person), person, Detached.sign(Venue.token(person),
                statement.getBytes(StandardCharsets.UTF_8), Venue.now()));
    }

    /// A first leaf of the second generation, whatever it says.
    private record First(Leaf leaf, Bytes content) {}

    private static First leaf(String kind, byte[] fact) {
        var json = "{\"by\":\"hall-1\",\"fact\":" + new String(fact, StandardCharsets.UTF_8)
                + ",\"salt\":\"AAAAAAAAAAAAAAAAAAAAAA==\"}";
        var content = Bytes.of(json.getBytes(StandardCharsets.UTF_8));
        var now = Venue.now();
        return new First(new Leaf(new PersonId("hall-1"), now, "boot", 2,
                now.toEpochMilli() * 2048, Bytes.fromHex(content.sha256()),
                Bytes.fromHex(content.sm3()), 1, Role.SYSTEM, 0, Author.NO_TENDER, kind, 1),
                content);
    }

    private static First begun(Origin before, long size, Bytes root,
            Function<String, List<Approval>> approvals) {
        var at = Venue.now();
        var fact = new GenerationBegun(before, size, root, "", "lost", "a disk that broke",
                List.of(), at);
        var signed = new GenerationBegun(before, size, root, "", "lost", "a disk that broke",
                approvals.apply(Restoration.statement(SECOND, fact)), at);
        return leaf("session.generation-begun", Wire.write(signed));
    }

    private void assertRefused(String code, First first) throws IOException {
        assertRefused(code, first, Optional.of(first));
    }

    private void assertRefused(String code, First first, Optional<First> content)
            throws IOException {
        var heard = push(first, content);
        assertEquals(422, heard.status(), heard.text());
        assertTrue(heard.text().contains("\"code\":\"" + code + "\""), heard.text());
        assertTrue(venue.centre.alarms().getLast().startsWith("hall-1 " + code),
                venue.centre.alarms().toString());
    }

    private Caller.Heard push(First first, Optional<First> content) throws IOException {
        var bytes = Bytes.of(first.leaf().bytes());
        var range = new LogRange(SECOND, 0,
                List.of(new LogRange.Item(bytes, content.map(First::content))),
                note(TreeHash.SHA256, bytes), note(TreeHash.SM3, bytes), List.of(), List.of());
        return new Caller(venue.centre.uri(), Venue.keys("hall-1")).call("POST",
                "/v1/logs/hall-1/2/leaves", Batch.write(range), Map.of());
    }

    private String note(TreeHash hash, Bytes leaf) {
        var tree = new MerkleTree(hash);
        tree.append(leaf.array());
        var name = SECOND.name() + hash.suffix();
        return new Note(new Checkpoint(name, 1, tree.root()).body(), List.of())
                .signed(name, venue.journalKeys("hall-1").device()).text();
    }
}
