package venue.centre;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// A wire between desk and centre that breaks after so many bytes, in either direction.
final class CuttingWire implements AutoCloseable {

    private final ServerSocket door;
    private final int target;
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    CuttingWire(URI centre) throws IOException {
        this.target = centre.getPort();
        this.door = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
        var _ = threads.submit(this::serve);
    }

    URI uri() {
        return URI.create("https://localhost:" + door.getLocalPort());
    }

    /// From now on it carries so many bytes and then breaks.
    void carry(long bytes) {
        left.set(bytes);
    }

    private Void serve() throws IOException {
        while (!door.isClosed()) {
            var client = door.accept();
            var server = new Socket("localhost", target);
            var _ = threads.submit(() -> pump(client, server));
            var _ = threads.submit(() -> pump(server, client));
        }
        return null;
    }

    private Void pump(Socket from, Socket to) throws IOException {
        try (from; to) {
            var piece = new byte[1000];
            for (int n = from.getInputStream().read(piece); n >= 0; n = from.getInputStream()
                    .read(piece)) {
                long after = left.addAndGet(-n);
                if (after < 0) {
                    int rest = (int) Math.max(0, n + after);
                    to.getOutputStream().write(piece, 0, rest);
                    return null;
                }
                to.getOutputStream().write(piece, 0, n);
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
