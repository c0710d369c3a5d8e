package venue.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import venue.crypto.Bytes;
import venue.tokens.wire.Found;
import venue.tokens.wire.Frame;
import venue.tokens.wire.Make;
import venue.tokens.wire.MalformedFrame;
import venue.tokens.wire.Pack;
import venue.tokens.wire.Place;
import venue.tokens.wire.Task;
import venue.tokens.wire.Trouble;

/// The talk between the application and a driver's process, and processes that do not keep to it.
@Timeout(60)
class FrameTest {

    private static byte[] message() throws IOException {
        var body = new Pack().number(2);
        var key = new Found.Key(Found.Use.SIGN, Bytes.of(new byte[300]));
        new Found(new Place("a", "b", "c"), "标签", -2, List.of(key, key)).pack(body);
        new Found(Place.ANY, "", 6, List.of()).pack(body);
        var out = new ByteArrayOutputStream();
        new Frame(Frame.DONE, 7, body.take()).write(out);
        return out.toByteArray();
    }

    private static void readAll(byte[] bytes) throws IOException {
        var frame = Frame.read(new ByteArrayInputStream(bytes));
        var body = frame.open();
        int count = body.count();
        for (int i = 0; i < count; i++) {
            Found.of(body);
        }
    }

    @Test
    void keepsEveryField() throws IOException {
        var frame = Frame.read(new ByteArrayInputStream(message()));
        assertEquals(Frame.DONE, frame.kind());
        assertEquals(7, frame.number());
        var body = frame.open();
        assertEquals(2, body.count());
        var found = Found.of(body);
        assertEquals(new Place("a", "b", "c"), found.place());
        assertEquals("标签", found.label());
        assertEquals(-2, found.tries());
        assertEquals(300, found.keys().get(1).certificate().length());
        assertEquals(Place.ANY, Found.of(body).place());
    }

    @Test
    void readsNothingButItsOwnMessages() throws IOException {
        var good = message();
        for (int length = 0; length < good.length; length++) {
            var cut = Arrays.copyOf(good, length);
            assertThrows(EOFException.class, () -> readAll(cut));
        }
        var random = new Random(20261123);
        for (int i = 0; i < 200_000; i++) {
            var bytes = good.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                readAll(bytes);
            } catch (MalformedFrame | EOFException expected) {
                assertTrue(expected.getStackTrace().length > 0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Frame.BODY_MAX + 1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void takesNoMemoryForAMessageThatIsTooLong(int length) throws IOException {
        var bytes = message();
        for (int i = 0; i < 4; i++) {
            bytes[8 + i] = (byte) (length >> 24 - 8 * i);
        }
        assertThrows(MalformedFrame.class, () -> Frame.read(new ByteArrayInputStream(bytes)));
    }

    @Test
    void readsTroubleOfKnownKindsOnly() throws MalformedFrame {
        for (var kind : Trouble.Kind.values()) {
            var again = Trouble.of(frame(new Trouble(kind, 3, "F 0x1").pack()).open());
            assertEquals(kind, again.kind());
            assertEquals(3, again.tries());
            assertEquals("F 0x1", again.detail());
        }
        var unknown = frame(new Pack().text("OTHER").number(0).text("").take());
        assertThrows(MalformedFrame.class, () -> Trouble.of(unknown.open()));
        assertThrows(MalformedFrame.class, () -> Task.of(200));
        assertThrows(MalformedFrame.class,
                () -> frame(new Pack().number(4_097).take()).open().count());
    }

    private static Frame frame(byte[] body) {
        return new Frame(Frame.TROUBLE, 1, body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"head -c 2000000 /dev/urandom", "cat /dev/zero", "yes VT", "true",
            "printf 'VT\\001'; cat", "cat", "exec sleep 1000", "kill -9 $$",
            "while :; do printf 'VT\\001\\100\\000\\000\\000\\001\\000\\000\\000\\000'; done"})
    void namesAProcessThatTalksNonsenseOrNotAtAll(String script)
            throws IOException, InterruptedException {
        Programs.need("sh");
        var process = new ProcessBuilder("sh", "-c", script).start();
        var host = new DriverHost(process);
        long begin = System.nanoTime();
        HostLost lost = null;
        for (int i = 0; i < 50 && lost == null; i++) {
            try {
                host.ask(Task.LIST, new Pack(), Duration.ofMillis(700));
            } catch (HostLost e) {
                lost = e;
            } catch (Trouble e) {
                throw new AssertionError(e);
            }
        }
        assertTrue(lost != null, script);
        assertTrue(host.isLost());
        assertTrue(Duration.ofNanos(System.nanoTime() - begin).toSeconds() < 20);
        host.close();
        assertTrue(process.waitFor(Duration.ofSeconds(5)));
        assertThrows(HostLost.class,
                () -> host.ask(Task.LIST, new Pack(), Duration.ofMillis(100)));
    }

    @Test
    void theHostEndsItselfWhenItIsAskedNonsense() throws IOException, InterruptedException {
        for (var seed : new long[]{1, 2, 3}) {
            var process = Launch.start(new Make("skf", "", 4, "GBK", "", Map.of()));
            var garbage = new byte[100_000];
            new Random(seed).nextBytes(garbage);
            try (var to = process.getOutputStream()) {
                to.write(garbage);
            } catch (IOException e) {
                assertTrue(String.valueOf(e.getMessage()).contains("pipe"), e.getMessage());
            }
            assertTrue(process.waitFor(Duration.ofSeconds(20)));
        }
    }

    @Test
    void theHostEndsWithItsApplicationEvenWhenTheDriverHangs(@TempDir Path folder)
            throws IOException, InterruptedException {
        var skf = SkfDouble.in(folder);
        skf.medium("K1");
        skf.misbehave("SKF_EnumDev hang");
        var make = skf.spec("K1").make();
        var process = Launch.start(make);
        var minute = new Pack().number(60_000).take();
        try (var to = process.getOutputStream()) {
            var load = make.pack().take();
            var body = Arrays.copyOf(minute, minute.length + load.length);
            System.arraycopy(load, 0, body, minute.length, load.length);
            new Frame(Task.LOAD.ordinal(), 1, body).write(to);
            assertEquals(Frame.DONE, Frame.read(process.getInputStream()).kind());
            new Frame(Task.LIST.ordinal(), 2, minute).write(to);
            assertFalse(process.waitFor(Duration.ofMillis(300)));
        }
        assertTrue(process.waitFor(Duration.ofSeconds(10)));
    }
}
