package venue.centre;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.crypto.Bytes;
import venue.crypto.Progress;
import venue.domain.base.DeviceId;
import venue.sync.Assignment;
import venue.sync.DeviceKind;
import venue.sync.SyncFailure;
import venue.sync.wire.Protocol;

class FilesTest {

    @TempDir
    Path dir;
    private Venue venue;
    private Venue.Desk hall;
    private Venue.Desk seat;

    @BeforeEach
    void open() {
        venue = new Venue(dir);
        hall = venue.desk("hall-1", DeviceKind.BIDOPEN, "hall");
        seat = venue.desk("seat-1", DeviceKind.EVALUATION, "eval");
    }

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void handsOutAFileToThoseItIsMeantFor() throws IOException {
        var task = assign(content(100_000));
        var listed = hall.courier().assignments();
        assertEquals(List.of(task), listed);
        var fetched = hall.courier().fetch(task, dir.resolve("in"), Progress.NONE);
        assertEquals("标段一 项目包.zip", String.valueOf(fetched.getFileName()));
        assertArrayEquals(content(100_000), Files.readAllBytes(fetched));
        assertEquals(List.of(), seat.courier().assignments());
        var failure = assertThrows(SyncFailure.class,
                () -> seat.courier().fetch(task, dir.resolve("seat-in"), Progress.NONE));
        assertEquals("CENTRE_TROUBLE", failure.code());
    }

    @Test
    void goesOnWhereAFetchBrokeOff() throws IOException {
        var task = assign(content(3_000_000));
        var in = dir.resolve("in");
        try (var wire = new CuttingWire(venue.centre.uri())) {
            wire.carry(1_000_000);
            assertThrows(SyncFailure.class,
                    () -> hall.courier(wire.uri()).fetch(task, in, Progress.NONE));
            assertFalse(Files.exists(in.resolve(task.name())), "no half file under its name");
            wire.carry(Long.MAX_VALUE);
            var first = new AtomicLong(-1);
            hall.courier(wire.uri()).fetch(task, in,
                    (done, _) -> first.compareAndSet(-1, done));
            assertTrue(first.get() > 500_000, "went on at " + first.get());
        }
        assertArrayEquals(content(3_000_000), Files.readAllBytes(in.resolve(task.name())));
    }

    @Test
    void throwsAwayAFileThatArrivesWrong() throws IOException {
        var task = assign(content(50_000));
        var wrong = new Assignment(task.id(), task.kind(), task.tender(), task.title(),
                task.name(), 49_999, task.sha256(), task.from());
        var failure = assertThrows(SyncFailure.class,
                () -> hall.courier().fetch(wrong, dir.resolve("in"), Progress.NONE));
        assertEquals("HASH_MISMATCH", failure.code());
        try (var left = Files.list(dir.resolve("in"))) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void deliversAHandoverToTheOtherRoom() throws IOException {
        var parcel = Files.write(dir.resolve("交接包.zip"), content(2_000_000));
        try (var wire = new CuttingWire(venue.centre.uri())) {
            wire.carry(700_000);
            assertThrows(SyncFailure.class, () -> deliver(hall.courier(wire.uri()), parcel));
        }
        var first = new AtomicLong(-1);
        hall.courier().deliver(parcel, "handover", Venue.LOT, "开标交接", List.of(
                DeviceKind.EVALUATION), (done, _) -> first.compareAndSet(-1, done));
        assertTrue(first.get() > 300_000, "went on at " + first.get());
        deliver(hall.courier(), parcel);
        var tasks = seat.courier().assignments();
        assertEquals(1, tasks.size(), "the same again changes nothing");
        assertEquals("hall-1", tasks.getFirst().from());
        var got = seat.courier().fetch(tasks.getFirst(), dir.resolve("in"), Progress.NONE);
        assertArrayEquals(content(2_000_000), Files.readAllBytes(got));
    }

    private static void deliver(venue.sync.Courier courier, Path parcel) {
        courier.deliver(parcel, "handover", Venue.LOT, "开标交接", List.of(DeviceKind.EVALUATION),
                Progress.NONE);
    }

    @Test
    void letsTwoDesksDeliverTheSameFile() throws IOException {
        var file = Files.write(dir.resolve("same.zip"), content(500));
        deliver(hall.courier(), file);
        var mate = venue.desk("hall-2", DeviceKind.BIDOPEN, "hall");
        deliver(mate.courier(), file);
        assertEquals(1, seat.courier().assignments().size());
    }

    @Test
    void checksUploadsByOffsetLengthAndHash() throws IOException {
        var caller = new Caller(venue.centre.uri(), Venue.keys("hall-1"));
        var bytes = content(1000);
        var path = "/v1/blobs/" + Bytes.of(bytes).sha256();
        assertEquals(409, put(caller, path, bytes, 5, 1005).status());
        assertEquals(400, put(caller, path, bytes, 0, 999).status());
        var other = "/v1/blobs/" + Bytes.of(content(7)).sha256();
        assertEquals(422, put(caller, other, bytes, 0, 1000).status());
        assertTrue(caller.get(other + "/state").text().contains("\"offset\":0"));
        assertEquals(413,
                put(caller, other, bytes, 0, Protocol.BLOB_BYTES_MAX + 1).status());
        assertTrue(caller.get(path + "/state").text().contains("\"complete\":false"));
    }

    private static Caller.Heard put(Caller caller, String path, byte[] bytes, long offset,
            long length) throws IOException {
        return caller.call("PUT", path, bytes,
                Map.of(Protocol.OFFSET_HEADER, Long.toString(offset), Protocol.LENGTH_HEADER,
                        Long.toString(length)));
    }

    @Test
    void keepsAssignmentsOverARestart() throws IOException {
        var task = assign(content(10));
        venue.restart();
        assertEquals(List.of(task), hall.courier().assignments());
    }

    private Assignment assign(byte[] content) throws IOException {
        var file = Files.write(dir.resolve("标段一 项目包.zip"), content);
        return venue.centre.assign(Venue.LOT, "project", "标段一 项目包", file,
                List.of(new DeviceId("hall-1")));
    }

    private static byte[] content(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
