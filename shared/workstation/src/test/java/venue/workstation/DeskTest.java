package venue.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.domain.base.Acting;
import venue.domain.base.Decision;
import venue.domain.base.Decision.Accepted;
import venue.domain.base.DeviceId;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.base.TenderId;
import venue.journal.Audience;
import venue.journal.Families;
import venue.journal.Journal;
import venue.journal.JournalKeys;
import venue.workstation.Counting.Called;
import venue.workstation.Counting.No;
import venue.workstation.Counting.Tally;

class DeskTest {

    private static final Families FAMILIES = Families.of(Map.of("counting", Called.class));
    private static final TenderId TENDER = new TenderId("A2101000001202600100001");
    private static final DeviceId HALL = new DeviceId("hall-1");
    private static final DeviceId SEAT = new DeviceId("seat-1");
    private static final Acting HOST = new Acting(new PersonId("HOST"), "宋主持", Role.HOST, HALL);
    private static final Acting EXPERT = new Acting(new PersonId("EXPERT"), "钱专家", Role.EXPERT,
            SEAT);

    @TempDir
    Path dir;
    private final JournalKeys hallKeys = JournalKeys.fresh();
    private final JournalKeys seatKeys = JournalKeys.fresh();
    private Instant now = Instant.parse("2026-03-24T01:00:00.000Z");
    private Journal hall;
    private Journal seat;
    private Desk<Tally, Integer, Called, No> desk;

    @BeforeEach
    void open() {
        hall = journal(HALL, hallKeys.knowing(SEAT, seatKeys.device().pub()));
        seat = journal(SEAT, seatKeys.knowing(HALL, hallKeys.device().pub()));
        desk = desk(hall);
    }

    @AfterEach
    void close() {
        desk.close();
        hall.close();
        seat.close();
    }

    @Test
    void showsWhatWasDecidedAfterItWasWritten() {
        var decision = desk.submit(7, HOST);
        assertEquals(Decision.accept(new Called.NumberCalled("HOST", 7, now)), decision);
        assertEquals(List.of("HOST 7"), desk.state().calls());
        assertEquals(1, hall.entries(TENDER).size());
        assertEquals(HOST.person(), hall.entries(TENDER).getFirst().stamp().actor());
    }

    @Test
    void writesNothingWhenRefused() {
        desk.submit(7, HOST);
        assertEquals(Decision.refuse(No.TOO_SMALL), desk.submit(0, HOST));
        assertEquals(1, hall.entries(TENDER).size());
    }

    @Test
    void saysWhyNotWithoutDoingIt() {
        assertInstanceOf(Accepted.class, desk.would(0, HOST));
        desk.submit(7, HOST);
        assertEquals(Decision.refuse(No.TOO_SMALL), desk.would(0, HOST));
        assertEquals(List.of("HOST 7"), desk.state().calls());
    }

    @Test
    void replaysToTheSameState() {
        IntStream.range(0, 20).forEach(i -> desk.submit(i + i % 3, HOST));
        var live = desk.state();
        desk.close();
        desk = desk(hall);
        assertEquals(live, desk.state());
        assertEquals(20, live.calls().size());
    }

    @Test
    void tellsWatchersAtOnceAndAfterEveryChange() {
        var seen = new LinkedBlockingQueue<Integer>();
        var stop = desk.watch(tally -> seen.add(tally.calls().size()));
        desk.submit(1, HOST);
        desk.submit(2, HOST);
        stop.run();
        desk.submit(3, HOST);
        assertEquals(List.of(0, 1, 2), List.copyOf(seen));
    }

    @Test
    void foldsWhatOthersWroteInTheAgreedOrder()
            throws InterruptedException, ExecutionException, TimeoutException {
        try (var other = desk(seat)) {
            other.submit(1, EXPERT);
            now = now.plusSeconds(1);
            desk.submit(2, HOST);
            now = now.plusSeconds(1);
            other.submit(3, EXPERT);
        }
        var arrived = new CompletableFuture<Tally>();
        desk.watch(tally -> {
            if (tally.calls().size() == 3) {
                arrived.complete(tally);
            }
        });
        hall.accept(seat.range(seat.origin(), 0, 100, Audience.ROOM));
        assertEquals(List.of("EXPERT 1", "HOST 2", "EXPERT 3"),
                arrived.get(10, TimeUnit.SECONDS).calls());
    }

    @Test
    void takesCommandsOneAtATimeFromManyThreads()
            throws InterruptedException, ExecutionException, TimeoutException {
        var asked = IntStream.range(0, 50)
                .mapToObj(_ -> desk.ask(1_000, HOST).toCompletableFuture()).toList();
        for (var each : asked) {
            assertInstanceOf(Accepted.class, each.get(10, TimeUnit.SECONDS));
        }
        assertEquals(50, desk.state().calls().size());
        assertEquals(50, hall.entries(TENDER).size());
    }

    @Test
    void stopsAndSaysSoWhenWritingFails() {
        desk.submit(1, HOST);
        var alarms = new LinkedBlockingQueue<StationFailure>();
        desk.watchStop(alarms::add);
        hall.close();
        var failure = assertThrows(StationFailure.class, () -> desk.submit(2, HOST));
        assertEquals("DESK_STOPPED", failure.code());
        assertEquals(List.of("HOST 1"), desk.state().calls());
        assertEquals(List.of(failure), List.copyOf(alarms));
        assertEquals(failure, assertThrows(StationFailure.class, () -> desk.submit(3, HOST)));
        assertTrue(desk.stopped().isPresent());
    }

    @Test
    void throwsABugBackAndWorksOn() {
        assertThrows(IllegalArgumentException.class, () -> desk.submit(-1, HOST));
        desk.submit(1, HOST);
        assertEquals(List.of("HOST 1"), desk.state().calls());
    }

    private Journal journal(DeviceId device, JournalKeys keys) {
        return Journal.open(dir.resolve(device.value()), keys, device, () -> now, _ -> {},
                FAMILIES);
    }

    private Desk<Tally, Integer, Called, No> desk(Journal journal) {
        return new Desk<>(new Counting(), Called.class, journal, TENDER, () -> now);
    }
}
