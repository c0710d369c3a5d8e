package venue.tokens;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import venue.tokens.wire.Make;
import venue.tokens.wire.Trouble;

/// The processes of all drivers in use, one for each make. A lost one is replaced, an unused one
/// ends after a while.
final class HostPool implements AutoCloseable {

    /// After so many uses a process is replaced as soon as nobody uses it: drivers leak memory.
    private static final int LEASES_MAX = 200;

    private final Duration start;
    private final Duration idle;
    private final Map<Place, Slot> slots = new HashMap<>();
    private final ScheduledExecutorService housekeeping = Executors
            .newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("drivers-idle").factory());

    private volatile boolean closed;

    HostPool(Duration start, Duration idle) {
        this.start = start;
        this.idle = idle;
    }

    /// A driver, and which of its processes where one is not enough.
    private record Place(Make make, int copy) {}

    /// One make's process; starting one does not hold up other makes.
    private static final class Slot {

        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable DriverHost host;
        private int users;
        private int leases;
        private @Nullable Future<?> retirement;
    }

    /// The right to use a process until this is closed.
    final class Lease implements AutoCloseable {

        private final Slot slot;
        private final DriverHost host;
        private boolean closed;

        private Lease(Slot slot, DriverHost host) {
            this.slot = slot;
            this.host = host;
        }

        DriverHost host() {
            return host;
        }

        @Override
        public void close() {
            slot.lock.lock();
            try {
                if (closed) {
                    return;
                }
                closed = true;
                if (slot.host == host && --slot.users == 0 && slot.leases >= LEASES_MAX) {
                    end(slot);
                } else if (slot.host == host && slot.users == 0) {
                    slot.retirement = housekeeping.schedule(() -> retire(slot),
                            idle.toMillis(), TimeUnit.MILLISECONDS);
                }
            } finally {
                slot.lock.unlock();
            }
        }
    }

    /// The process for `make`, started if need be.
    Lease lease(Make make, int copy) throws HostLost, Trouble {
        var slot = slot(new Place(make, copy));
        slot.lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            if (slot.retirement != null) {
                slot.retirement.cancel(false);
            }
            var host = slot.host;
            if (host == null || host.isLost()) {
                if (host != null) {
                    host.close();
                }
                slot.host = null;
                slot.users = 0;
                slot.leases = 0;
                host = DriverHost.start(make, start);
                slot.host = host;
            }
            slot.users++;
            slot.leases++;
            return new Lease(slot, host);
        } finally {
            slot.lock.unlock();
        }
    }

    private Slot slot(Place place) {
        synchronized (slots) {
            return slots.computeIfAbsent(place, key -> new Slot());
        }
    }

    private static void retire(Slot slot) {
        slot.lock.lock();
        try {
            if (slot.users == 0) {
                end(slot);
            }
        } finally {
            slot.lock.unlock();
        }
    }

    private static void end(Slot slot) {
        var host = slot.host;
        if (host != null) {
            slot.host = null;
            slot.users = 0;
            host.close();
        }
    }

    /// Process ids that are alive now.
    List<Long> alive() {
        synchronized (slots) {
            return slots.values().stream().map(slot -> slot.host)
                    .filter(host -> host != null && !host.isLost())
                    .map(DriverHost::pid).toList();
        }
    }

    @Override
    public void close() {
        closed = true;
        List<Slot> all;
        synchronized (slots) {
            all = List.copyOf(slots.values());
        }
        for (var slot : all) {
            slot.lock.lock();
            try {
                end(slot);
            } finally {
                slot.lock.unlock();
            }
        }
        housekeeping.shutdownNow();
    }
}
