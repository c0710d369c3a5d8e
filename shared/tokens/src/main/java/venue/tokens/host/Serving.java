package venue.tokens.host;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import venue.tokens.wire.Frame;
import venue.tokens.wire.Found;
import venue.tokens.wire.Make;
import venue.tokens.wire.MalformedFrame;
import venue.tokens.wire.Pack;
import venue.tokens.wire.Place;
import venue.tokens.wire.Task;
import venue.tokens.wire.Trouble;
import venue.tokens.wire.Unpack;

/// The work of a driver's process: one task after the other on one thread, while another one sees
/// the application go away even when the driver hangs.
final class Serving {

    /// How long after its application's patience this process ends itself.
    private static final int GRACE_MILLIS = 5_000;
    private static final int HALT_LOST = 2;
    private static final int HALT_HUNG = 3;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(Serving::thread);
    private final ScheduledExecutorService guard = Executors
            .newSingleThreadScheduledExecutor(Serving::thread);
    private final InputStream in;
    private final OutputStream out;
    private final Map<Integer, Driver.Session> sessions = new HashMap<>();
    private @Nullable Driver driver;
    private int lastSession;

    Serving(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /// Never returns: the process ends when the application has closed its end or talks nonsense,
    /// whatever the driver is doing.
    void run() {
        try {
            for (;;) {
                var task = Frame.read(in);
                worker.execute(() -> serve(task));
            }
        } catch (EOFException e) {
            Runtime.getRuntime().halt(0);
        } catch (IOException e) {
            Runtime.getRuntime().halt(HALT_LOST);
        }
    }

    private static Thread thread(Runnable work) {
        return Thread.ofPlatform().daemon().unstarted(work);
    }

    /// Whatever escapes from here ends the process: the application calls that a crash.
    private void serve(Frame task) {
        boolean done = false;
        try {
            var body = task.open();
            long patience = Math.clamp(body.number(), 0, 3_600_000) + (long) GRACE_MILLIS;
            var halt = guard.schedule(() -> Runtime.getRuntime().halt(HALT_HUNG), patience,
                    TimeUnit.MILLISECONDS);
            answer(task.number(), Task.of(task.kind()), body);
            halt.cancel(false);
            done = true;
        } catch (IOException e) {
            Runtime.getRuntime().halt(HALT_LOST);
        } finally {
            task.wipe();
            if (!done) {
                Runtime.getRuntime().halt(HALT_LOST);
            }
        }
    }

    private void answer(int number, Task task, Unpack body) throws IOException {
        Frame answer;
        try {
            answer = new Frame(Frame.DONE, number, perform(task, body).take());
        } catch (Trouble e) {
            answer = new Frame(Frame.TROUBLE, number, e.pack());
        }
        answer.write(out);
        answer.wipe();
    }

    private Pack perform(Task task, Unpack body) throws Trouble, MalformedFrame {
        return switch (task) {
            case LOAD -> load(Make.of(body));
            case LIST -> list();
            case OPEN -> open(body);
            case SIGN -> {
                var signer = session(body);
                yield new Pack().bytes(signer.sign(key(signer, body), body.bytes()));
            }
            case DECRYPT -> decrypt(body);
            case CLOSE -> {
                var session = sessions.remove(body.number());
                if (session != null) {
                    session.close();
                }
                yield new Pack();
            }
        };
    }

    private Pack load(Make make) throws Trouble {
        driver = switch (make.kind()) {
            case "pkcs11" -> new Pkcs11Driver(make.library());
            case "skf" -> new SkfDriver(make);
            default -> throw new Trouble(Trouble.Kind.NO_LIBRARY, make.kind());
        };
        return new Pack();
    }

    private Pack list() throws Trouble {
        var found = driver().list();
        var answer = new Pack().number(found.size());
        found.forEach(each -> each.pack(answer));
        return answer;
    }

    private Pack open(Unpack body) throws Trouble, MalformedFrame {
        var place = Place.of(body);
        var pin = body.bytes();
        try {
            var session = driver().open(place, pin);
            sessions.put(++lastSession, session);
            var answer = new Pack().number(lastSession);
            Found.packKeys(answer, session.keys());
            return answer;
        } finally {
            Arrays.fill(pin, (byte) 0);
        }
    }

    private Pack decrypt(Unpack body) throws Trouble, MalformedFrame {
        var session = session(body);
        var plain = session.decrypt(key(session, body), body.bytes());
        try {
            return new Pack().bytes(plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private Driver driver() throws Trouble {
        if (driver == null) {
            throw new Trouble(Trouble.Kind.NO_LIBRARY, "");
        }
        return driver;
    }

    private Driver.Session session(Unpack body) throws Trouble, MalformedFrame {
        var session = sessions.get(body.number());
        if (session == null) {
            throw new Trouble(Trouble.Kind.CLOSED, "");
        }
        return session;
    }

    private static int key(Driver.Session session, Unpack body) throws MalformedFrame {
        int key = body.number();
        if (key < 0 || key >= session.keys().size()) {
            throw new MalformedFrame("key " + key);
        }
        return key;
    }
}
