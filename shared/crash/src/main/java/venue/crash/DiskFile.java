package venue.crash;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A file: bytes that survive a power cut, and changes that may or may not.
final class DiskFile implements Disk.Node {

    private final boolean gone;
    private final Content durable = new Content();
    private final List<Change> pending = new ArrayList<>();

    /// A change since the file was last forced.
    sealed interface Change {}

    record Write(long at, ByteBuffer data) implements Change {}

    record Size(long size) implements Change {}

    /// Bytes that grow.
    static final class Content {

        private byte[] bytes = new byte[0];
        private int size;

        Content copy() {
            var copy = new Content();
            copy.bytes = array();
            copy.size = size;
            return copy;
        }

        byte[] array() {
            return Arrays.copyOf(bytes, size);
        }

        void apply(Change change) {
            switch (change) {
                case Write(long at, ByteBuffer data) -> write(at, data, 0, data.capacity());
                case Size(long wanted) -> size(Math.toIntExact(wanted));
            }
        }

        void write(long at, ByteBuffer data, int from, int length) {
            int place = Math.toIntExact(at);
            if (place + length > size) {
                size(place + length);
            }
            data.get(from, bytes, place, length);
        }

        private void size(int wanted) {
            if (wanted > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(wanted, bytes.length * 2));
            } else if (wanted < size) {
                Arrays.fill(bytes, wanted, size, (byte) 0);
            }
            size = wanted;
        }
    }

    /// @param gone whether nothing of it outlives the process
    DiskFile(boolean gone) {
        this.gone = gone;
    }

    boolean isGone() {
        return gone;
    }

    void change(Change change) {
        if (!gone) {
            pending.add(change);
        }
    }

    void force() {
        pending.forEach(durable::apply);
        pending.clear();
    }

    /// What is durable; may be changed by the caller.
    Content durable() {
        return durable.copy();
    }

    List<Change> pending() {
        return pending;
    }
}
