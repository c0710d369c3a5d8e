package venue.centre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.crypto.Bytes;
import venue.domain.base.DeviceId;
import venue.journal.Audience;
import venue.journal.LogRange;
import venue.journal.proof.Note;
import venue.sync.DeviceKind;
import venue.sync.wire.Addition;
import venue.sync.wire.Batch;
import venue.sync.wire.Protocol;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestsTest {

    private static final String LEAVES = "/v1/logs/hall-1/1/leaves";
    private static final String NONCE = "0123456789abcdef0123456789abcdef";

    private Venue venue;
    private Venue.Desk hall;
    private Caller caller;

    @BeforeAll
    void open(@TempDir Path dir) {
        venue = new Venue(dir);
        hall = venue.desk("hall-1", DeviceKind.BIDOPEN, "hall");
        venue.desk("seat-1", DeviceKind.EVALUATION, "eval");
        hall.announce("one");
        assertTrue(Venue.round(hall.courier()).complete());
        caller = new Caller(venue.centre.uri(), Venue.keys("hall-1"));
    }

    @AfterAll
    void close() {
        venue.close();
    }

    @ParameterizedTest(name = "{0} {1} with {2} is {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            POST | /v1/hello | no json at all | 400 | MALFORMED
            POST | /v1/hello | {"protocol":"1.0"} | 400 | MALFORMED
            POST | /v1/hello | null | 400 | MALFORMED
            POST | /v1/hello | {"protocol":"1.0","device":"seat-1",~} | 403 | OTHER_DEVICE
            POST | /v1/hello | {"protocol":"2.0","device":"hall-1",~} | 426 | VERSION
            POST | /v1/hello | {"protocol":"1.7","device":"hall-1",~} | 400 | NONCE
            POST | /v1/logs/hall-1/1/leaves | hello | 400 | MALFORMED
            POST | /v1/logs/seat-1/1/leaves | hello | 403 | NOT_YOUR_LOG
            POST | /v1/logs/hall-1/x/leaves | hello | 404 | NO_SUCH_THING
            POST | /v1/logs/hall-1/0/leaves | hello | 404 | NO_SUCH_THING
            GET | /v1/logs/hall-1/1/leaves | ^^ | 400 | NOT_A_NUMBER
            GET | /v1/logs/hall-1/1/leaves?from=-1 | ^^ | 400 | NOT_A_NUMBER
            GET | /v1/logs/hall-1/1/leaves?from=9999 | ^^ | 404 | NOTHING_NEW
            GET | /v1/logs/nobody/1/leaves?from=0 | ^^ | 403 | NOT_FOR_YOU
            POST | /v1/add-checkpoint | old one | 400 | MALFORMED
            GET | /v1/clock | ^^ | 400 | NONCE
            GET | /v1/nothing | ^^ | 404 | NO_SUCH_THING
            GET | /v2/cursors | ^^ | 426 | VERSION
            DELETE | /v1/cursors | ^^ | 404 | NO_SUCH_THING
            GET | /v1/blobs/../centre.db | ^^ | 404 | NO_SUCH_THING
            GET | /v1/blobs/HASH | ^^ | 404 | NO_SUCH_BLOB
            POST | /v1/handovers | {"kind":"handover"} | 400 | MALFORMED
            """)
    void refusesWithAStatusACodeAndASentence(String method, String path, String body, int status,
            String code) throws IOException {
        var sent = body.replace("~",
                "\"software\":\"x\",\"generation\":1,\"size\":9999,\"nonce\":\"00\"");
        var heard = caller.call(method, path.replace("HASH", "0".repeat(64)),
                sent.getBytes(StandardCharsets.UTF_8), Map.of());
        assertEquals(status, heard.status(), heard.text());
        assertTrue(heard.text().contains("\"code\":\"" + code + "\""), heard.text());
        assertTrue(heard.text().matches("(?s).*\"message\":\".*[\\u4e00-\\u9fff].*"), heard.text());
        assertTrue(venue.centre.audit(1).getFirst().endsWith(status + " " + code),
                venue.centre.audit(1).toString());
    }

    @ParameterizedTest
    @CsvSource({"/v1/hello, 262145", "/v1/add-checkpoint, 65537",
            "/v1/logs/hall-1/1/leaves, 25165825"})
    void refusesABodyAboveItsLimit(String path, int size) throws IOException {
        var body = new byte[size];
        try {
            assertEquals(413, caller.call("POST", path, body, Map.of()).status());
        } catch (IOException e) {
            assertFalse(e instanceof javax.net.ssl.SSLHandshakeException,
                    "the centre may close on a body it will not read");
        }
        assertTrue(venue.centre.audit(1).getFirst().endsWith("413 TOO_LARGE"));
        assertEquals(200, caller.get("/v1/cursors").status());
    }

    @Test
    void refusesAnotherMajorVersionWithClearWords() throws IOException {
        var heard = caller.call("GET", "/v1/cursors", new byte[0],
                Map.of(Protocol.VERSION_HEADER, "2.0"));
        assertEquals(426, heard.status());
        assertTrue(heard.text().contains("2.0") && heard.text().contains("请更新程序"),
                heard.text());
        assertEquals(200, caller.call("GET", "/v1/cursors", new byte[0],
                Map.of(Protocol.VERSION_HEADER, "1.99")).status());
    }

    @Test
    void doesNotAdmitACertificateThatIsNotRegistered() throws IOException {
        var heard = new Caller(venue.centre.uri(), Venue.keys("unknown-7")).get("/v1/cursors");
        assertEquals(403, heard.status());
        assertTrue(heard.text().contains("没有登记"), heard.text());
        assertEquals("- GET /v1/cursors 403 NOT_ADMITTED", venue.centre.audit(1).getFirst());
    }

    @Test
    void refusesAStrangersCertificateInTls() {
        var other = DeviceAuthority.create("Somebody else", Instant.parse("2026-01-01T00:00:00Z"));
        var keys = other.issue(new DeviceId("hall-1"), Venue.PIN,
                Instant.parse("2026-01-01T00:00:00Z"));
        assertThrows(IOException.class, () -> new Caller(venue.centre.uri(), keys).get("/"));
    }

    @Test
    void refusesPayloadsThatMustNotLeaveTheirDesk() throws IOException {
        try (var seat = venue.desk("seat-2", DeviceKind.EVALUATION, "eval")) {
            seat.write(new RoomEvent.BallotDrafted("secret", Venue.now()));
            var range = seat.journal.range(seat.journal.origin(), 0, 100, Audience.OWN_DESK);
            var heard = new Caller(venue.centre.uri(), Venue.keys("seat-2")).call("POST",
                    "/v1/logs/seat-2/1/leaves", Batch.write(range), Map.of());
            assertEquals(400, heard.status(), heard.text());
            assertTrue(heard.text().contains("OWN_DESK"));
            assertEquals(0, venue.centre.size(seat.journal.origin()));
        }
    }

    @Test
    void refusesEveryChangedLeafPayloadAndSignature() throws IOException {
        hall.announce("to be changed");
        long held = venue.centre.size(hall.journal.origin());
        var range = hall.journal.range(hall.journal.origin(), held, 100, Audience.ROOM);
        var item = range.items().getFirst();
        var leaf = new LogRange.Item(changed(item.leaf()), item.payload());
        var payload = new LogRange.Item(item.leaf(), Optional.of(changed(item.payload().get())));
        assertRefused(with(range, leaf, range.note()));
        assertRefused(with(range, payload, range.note()));
        var note = Note.parse(range.note());
        var line = note.lines().getFirst();
        assertRefused(with(range, item, new Note(note.body(),
                List.of(new Note.Line(line.name(), changed(line.signature())))).text()));
        assertEquals(held, venue.centre.size(hall.journal.origin()));
    }

    private void assertRefused(LogRange range) throws IOException {
        var heard = caller.call("POST", LEAVES, Batch.write(range), Map.of());
        assertTrue(heard.status() == 400 || heard.status() == 403, heard.text());
    }

    private static LogRange with(LogRange range, LogRange.Item first, String note) {
        var items = new ArrayList<>(range.items());
        items.set(0, first);
        return new LogRange(range.origin(), range.from(), items, note, range.sm3Note(),
                range.proof(), range.sm3Proof());
    }

    private static Bytes changed(Bytes bytes) {
        var array = bytes.array();
        array[array.length / 2] ^= 1;
        return Bytes.of(array);
    }

    @Test
    void takesTheSameLeavesAgainWithoutChange() throws IOException {
        var range = hall.journal.range(hall.journal.origin(), 0, 2, Audience.ROOM);
        var heard = caller.call("POST", LEAVES, Batch.write(range), Map.of());
        assertEquals(200, heard.status(), heard.text());
        assertEquals(venue.centre.size(hall.journal.origin()) + "\n", heard.text());
    }

    @Test
    void tellsWhereToGoOnWhenAGapWouldCome() throws IOException {
        hall.announce("a");
        hall.announce("b");
        long held = venue.centre.size(hall.journal.origin());
        var range = hall.journal.range(hall.journal.origin(), held + 1, 10, Audience.ROOM);
        var heard = caller.call("POST", LEAVES, Batch.write(range), Map.of());
        assertEquals(409, heard.status());
        assertEquals(Protocol.SIZE, heard.type());
        assertEquals(held + "\n", heard.text());
    }

    @Test
    void answersAsAWitnessMust() throws IOException {
        long at = venue.centre.countersigned(hall.journal.origin());
        var old = hall.journal.range(hall.journal.origin(), at, 0, Audience.ROOM);
        hall.announce("more");
        var now = hall.journal.range(hall.journal.origin(), at, 0, Audience.ROOM);
        var wrongOld = witness(new Addition(at - 1, now.proof(), now.note()));
        assertEquals(409, wrongOld.status());
        assertEquals(at + "\n", wrongOld.text());
        assertEquals(400, witness(new Addition(99_999, List.of(), now.note())).status());
        var wrongProof = new ArrayList<>(now.proof());
        wrongProof.set(0, Bytes.random(32));
        assertEquals(422, witness(new Addition(at, wrongProof, now.note())).status());
        assertEquals(412, witness(new Addition(at, now.proof(), now.note())).status());
        var leaves = hall.journal.range(hall.journal.origin(),
                venue.centre.size(hall.journal.origin()), 100, Audience.ROOM);
        assertEquals(200, caller.call("POST", LEAVES, Batch.write(leaves), Map.of()).status());
        var good = witness(new Addition(at, now.proof(), now.note()));
        assertEquals(200, good.status(), good.text());
        var note = Note.parse(now.note()).with(Note.Line.parse(good.text().strip()));
        assertTrue(note.isSignedBy(venue.identity.witness()));
        long size = note.checkpoint().size();
        assertEquals(size, venue.centre.countersigned(hall.journal.origin()));
        var again = witness(new Addition(size, List.of(), now.note()));
        assertEquals(good.text(), again.text(), "the same checkpoint gets the same line");
        assertEquals(409, witness(new Addition(at, old.proof(), old.note())).status(),
                "never back to a smaller tree");
    }

    private Caller.Heard witness(Addition addition) throws IOException {
        return caller.call("POST", "/v1/add-checkpoint", addition.bytes(), Map.of());
    }

    @Test
    void signsTheTime() throws IOException {
        var heard = caller.get("/v1/clock?nonce=" + NONCE);
        assertEquals(200, heard.status());
        assertTrue(heard.text().contains(NONCE) && heard.text().contains("signature"));
    }

    @Test
    void givesNothingButTheDutyPageWithoutACertificate() throws IOException {
        var plain = (java.net.HttpURLConnection) venue.centre.dutyPage().toURL().openConnection();
        assertEquals(200, plain.getResponseCode());
        try (var in = plain.getInputStream()) {
            assertTrue(new String(in.readAllBytes(), StandardCharsets.UTF_8).contains("中心值班"));
        }
        for (var path : List.of("v1/cursors", "v1/assignments", "v1/logs/hall-1/1/leaves?from=0")) {
            var refused = (java.net.HttpURLConnection) venue.centre.dutyPage().resolve(path).toURL()
                    .openConnection();
            assertEquals(403, refused.getResponseCode(), path);
        }
    }

    @Test
    void showsTheDutyOfficerWhoIsInTouch() throws IOException {
        var page = caller.get("/");
        assertEquals(200, page.status());
        assertTrue(page.type().startsWith("text/html"));
        for (var word : List.of("中心值班", "hall-1", "seat-1", "开标", "从未", "已副署条数")) {
            assertTrue(page.text().contains(word), word);
        }
    }
}
