package venue.tokens;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import venue.tokens.wire.Frame;
import venue.tokens.wire.Make;
import venue.tokens.wire.MalformedFrame;
import venue.tokens.wire.Pack;
import venue.tokens.wire.Task;
import venue.tokens.wire.Trouble;
import venue.tokens.wire.Unpack;

/// One driver's process as the application sees it. It does one task at a time; when it is late,
/// dies or talks nonsense it is ended and never used again.
final class DriverHost implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DriverHost.class);
    /// From this size on, a process's stream passes a message on without keeping a copy of it.
    static final int UNBUFFERED = 8_192;
    private static final int ANSWERS = 4;
    private static final Duration TURN = Duration.ofMinutes(2);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Process process;
    private final ExecutorService readers;
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>(ANSWERS);
    private final ReentrantLock turn = new ReentrantLock(true);
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile boolean lost;

    /// What the reader brings.
    private sealed interface Answer {
        record Message(Frame frame) implements Answer {}

        record Ended() implements Answer {}

        record Nonsense(String what) implements Answer {}
    }

    DriverHost(Process process) {
        this.process = process;
        this.readers = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("driver-" + process.pid() + "-", 0).factory());
        readers.execute(this::read);
        readers.execute(() -> drain(process.getErrorStream()));
    }

    /// Starts the process and has it load the driver.
    static DriverHost start(Make make, Duration patience) throws HostLost, Trouble {
        Process process;
        try {
            process = Launch.start(make);
        } catch (IOException e) {
            throw new HostLost(HostLost.Way.UNSTARTABLE, "start", 0, e);
        }
        var host = new DriverHost(process);
        try {
            host.ask(Task.LOAD, make.pack(), patience);
            return host;
        } catch (Trouble e) {
            host.close();
            throw e;
        }
    }

    boolean isLost() {
        return lost || !process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /// Has a task done. `body` is wiped. Others' tasks come first and have their own limits.
    Unpack ask(Task task, Pack body, Duration patience) throws HostLost, Trouble {
        var content = body.take();
        var message = new Pack().number(Math.toIntExact(patience.toMillis())).take();
        var whole = Arrays.copyOf(message, message.length + content.length);
        System.arraycopy(content, 0, whole, message.length, content.length);
        Arrays.fill(content, (byte) 0);
        var frame = new Frame(task.ordinal(), numbers.incrementAndGet(), whole);
        boolean mine = false;
        try {
            mine = turn.tryLock(TURN.toMillis(), TimeUnit.MILLISECONDS);
            if (!mine) {
                throw new HostLost(HostLost.Way.HUNG, "turn", TURN.toSeconds(), null);
            }
            return exchange(frame, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw end(HostLost.Way.HUNG, "interrupted", patience, e);
        } finally {
            frame.wipe();
            if (mine) {
                turn.unlock();
            }
        }
    }

    private Unpack exchange(Frame task, Duration patience)
            throws HostLost, Trouble, InterruptedException {
        if (isLost()) {
            throw new HostLost(HostLost.Way.GONE, "gone", 0, null);
        }
        try {
            task.write(process.getOutputStream());
        } catch (IOException e) {
            throw end(HostLost.Way.CRASHED, "write", patience, e);
        }
        var answer = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (answer == null) {
            throw end(HostLost.Way.HUNG, "no answer", patience, null);
        }
        return switch (answer) {
            case Answer.Message message -> open(task, message.frame(), patience);
            case Answer.Ended ended -> throw end(HostLost.Way.CRASHED, "ended", patience, null);
            case Answer.Nonsense nonsense ->
                throw end(HostLost.Way.NONSENSE, nonsense.what(), patience, null);
        };
    }

    private Unpack open(Frame task, Frame answer, Duration patience) throws HostLost, Trouble {
        if (answer.number() != task.number()) {
            throw end(HostLost.Way.NONSENSE, "number", patience, null);
        }
        if (answer.kind() == Frame.DONE) {
            return answer.open();
        }
        if (answer.kind() != Frame.TROUBLE) {
            throw end(HostLost.Way.NONSENSE, "kind", patience, null);
        }
        try {
            throw Trouble.of(answer.open());
        } catch (MalformedFrame e) {
            throw end(HostLost.Way.NONSENSE, "trouble", patience, e);
        }
    }

    /// An answer whose body could not be read ends the process, too.
    HostLost nonsense(MalformedFrame e) {
        return end(HostLost.Way.NONSENSE, String.valueOf(e.getMessage()), Duration.ZERO, e);
    }

    /// A wrong signature: what state the driver is in now, nobody knows.
    HostLost distrusted() {
        return end(HostLost.Way.NONSENSE, "signature", Duration.ZERO, null);
    }

    private HostLost end(HostLost.Way way, String detail, Duration patience,
            @Nullable Throwable cause) {
        LOG.warn("driver process {} ended: {} ({})", process.pid(), way, detail);
        kill();
        return new HostLost(way, detail, patience.toSeconds(), cause);
    }

    private void read() {
        try {
            while (!lost) {
                var frame = Frame.read(process.getInputStream());
                if (!answers.offer(new Answer.Message(frame))) {
                    LOG.warn("driver process {} talks without being asked", process.pid());
                    kill();
                }
            }
        } catch (MalformedFrame e) {
            boolean told = answers.offer(new Answer.Nonsense(String.valueOf(e.getMessage())));
            LOG.warn("driver process {} talks nonsense ({})", process.pid(), told);
        } catch (IOException e) {
            boolean told = answers.offer(new Answer.Ended());
            LOG.debug("driver process {} is at its end ({})", process.pid(), told, e);
        }
    }

    /// What a driver prints may hold anything, a PIN too: it is counted, not kept. Only what the
    /// JVM says about a crash is passed on.
    private void drain(InputStream printed) {
        long bytes = 0;
        var line = new byte[200];
        int length = 0;
        try {
            for (int next = printed.read(); next >= 0; next = printed.read()) {
                bytes++;
                if (next == '\n') {
                    crash(new String(line, 0, length, StandardCharsets.UTF_8));
                    length = 0;
                } else if (length < line.length) {
                    line[length++] = (byte) next;
                }
            }
        } catch (IOException e) {
            LOG.debug("driver process {}: its output is closed", process.pid(), e);
        }
        Arrays.fill(line, (byte) 0);
        if (bytes > 0) {
            LOG.info("driver process {} printed {} bytes", process.pid(), bytes);
        }
    }

    private void crash(String line) {
        if (line.matches("# +(SIG[A-Z]+|EXCEPTION_[A-Z_]+) \\(.*|# [CjJV] +\\[.*")) {
            LOG.warn("driver process {}: {}", process.pid(), line);
        }
    }

    private void kill() {
        lost = true;
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        readers.shutdown();
    }

    /// Lets the process end by itself, then makes it.
    @Override
    public void close() {
        lost = true;
        try {
            process.getOutputStream().close();
            if (!process.waitFor(FAREWELL)) {
                LOG.warn("driver process {} does not go by itself", process.pid());
            }
        } catch (IOException e) {
            LOG.debug("driver process {}: its input is closed", process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
        awaitEnd();
    }

    /// Until the system has really taken the process back.
    private void awaitEnd() {
        try {
            if (!process.waitFor(FAREWELL)) {
                LOG.error("driver process {} cannot be ended", process.pid());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
