package venue.centre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static venue.sync.DeviceKind.BIDOPEN;
import static venue.sync.DeviceKind.EVALUATION;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.domain.base.Digest;
import venue.journal.Audience;
import venue.journal.Author;
import venue.journal.JournalFailure;
import venue.journal.LogRange;
import venue.journal.SessionEvent.ForkSeen;

/// What the centre tells the duty officer of what logs say about themselves.
class RemarksTest {

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

    @Test
    void tellsOfASessionThatNobodyCertified() {
        venue.admit("hall-1", BIDOPEN, "hall", Venue.LOT);
        var hall = venue.unattended("hall-1", dir.resolve("hall-1"));
        var courier = hall.courier();
        assertTrue(Venue.round(courier).complete());
        assertEquals(List.of(), venue.centre.alarms(), "nobody has written yet");
        hall.announce("one");
        assertTrue(Venue.round(courier).complete());
        hall.announce("two");
        assertTrue(Venue.round(courier).complete());
        assertEquals(1, venue.centre.alarms().size(), "told once");
        assertTrue(venue.centre.alarms().getFirst()
                .startsWith("hall-1 UNCERTIFIED venue.hall/dev/hall-1/g1 "));
        assertTrue(venue.centre.statusPage().contains("会话未经操作员证书证实"));
    }

    @Test
    void saysNothingOfASessionThatAPersonCertified() {
        var hall = venue.desk("hall-1", BIDOPEN, "hall");
        for (int i = 0; i < 300; i++) {
            hall.announce("entry " + i);
        }
        var courier = hall.courier();
        assertTrue(Venue.round(courier).complete());
        venue.restart();
        hall.announce("after the centre was started anew");
        assertTrue(Venue.round(courier).complete());
        assertEquals(List.of(), venue.centre.alarms(), "also after the key was rotated");
        assertTrue(venue.holdsAllOf(hall.journal));
    }

    @Test
    void doesNotBelieveACertificateOfAnotherSession() {
        venue.admit("hall-1", BIDOPEN, "hall", Venue.LOT);
        var first = venue.unattended("hall-1", dir.resolve("hall-1"));
        var host = Author.station(first.journal.origin().device());
        first.journal.certify(host, Venue.token("P-HOST"));
        var borrowed = first.journal.after(first.journal.origin(), 0).getLast().fact();
        first.close();
        var second = venue.unattended("hall-1", dir.resolve("hall-1"));
        second.journal.append(host, List.of(borrowed));
        second.announce("one");
        assertTrue(Venue.round(second.courier()).complete());
        assertTrue(venue.centre.alarms().getFirst().contains("UNCERTIFIED"),
                venue.centre.alarms().toString());
    }

    @Test
    void tellsOfAForkThatAnotherDeskSaw() {
        var seat = venue.desk("seat-1", EVALUATION, "eval");
        var shown = forkOf(seat);
        var alarms = venue.centre.alarms();
        assertEquals(1, alarms.size(), alarms.toString());
        assertTrue(alarms.getFirst().startsWith("hall-1 FORK_SEEN venue.hall/dev/hall-1/g1 "),
                alarms.toString());
        assertTrue(alarms.getFirst().endsWith("(seat-1/g1)"), alarms.toString());
        assertTrue(venue.centre.statusPage().contains("其他工位发现，有本机签名为证"));
        var seen = (ForkSeen) seat.journal.after(seat.journal.origin(), 0).stream()
                .map(entry -> entry.fact()).filter(ForkSeen.class::isInstance).findFirst()
                .orElseThrow();
        assertEquals(shown.note(), seen.note(), "the proof travels with the desk's own log");
    }

    private LogRange forkOf(Venue.Desk seat) {
        var hall = venue.desk("hall-1", BIDOPEN, "hall");
        hall.announce("one");
        hall.close();
        Venue.copy(dir.resolve("hall-1"), dir.resolve("backup"));
        hall = venue.desk("hall-1", dir.resolve("hall-1"));
        for (int i = 0; i < 10; i++) {
            hall.announce("what really happened " + i);
        }
        assertTrue(Venue.round(hall.courier()).complete());
        hall.close();
        var courier = seat.courier();
        assertTrue(Venue.round(courier).complete());
        var other = venue.desk("hall-1", dir.resolve("backup"));
        other.announce("another story");
        var range = other.journal.range(other.journal.origin(), 0, 1000, Audience.EVERYBODY);
        var failure = assertThrows(JournalFailure.class, () -> seat.journal.accept(range));
        assertEquals("FORK", failure.code());
        assertTrue(Venue.round(courier).complete());
        return range;
    }

    @Test
    void keepsAWordWithoutProofAsAWord() {
        var seat = venue.desk("seat-1", EVALUATION, "eval");
        var hall = venue.desk("hall-1", BIDOPEN, "hall");
        assertTrue(Venue.round(hall.courier()).complete());
        var honest = hall.journal.head().note();
        seat.journal.append(Author.station(seat.journal.origin().device()),
                List.of(new ForkSeen(hall.journal.origin(), 0, new Digest("00".repeat(32)),
                        new Digest("11".repeat(32)), honest, Venue.now())));
        assertTrue(Venue.round(seat.courier()).complete());
        var alarms = venue.centre.alarms();
        assertEquals(1, alarms.size(), alarms.toString());
        assertTrue(alarms.getFirst().startsWith("seat-1 FORK_CLAIMED"), alarms.toString());
    }
}
