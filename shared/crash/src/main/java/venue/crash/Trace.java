package venue.crash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// What a program did to its folder, call by call, as `diskwatch.c` wrote it down (磁盘操作记录).
final class Trace {

    private static final int HEAD = 22;
    private static final int CREATES = 1;
    private static final int EMPTIES = 2;

    private final List<Act> acts;
    private final long bytes;

    /// One call that succeeded.
    sealed interface Act {

        /// A program began: the handles of the one before are gone.
        ///
        /// @param prefix the folder that is watched
        record Began(Path prefix) implements Act {}

        /// A file or folder was opened, and from now on is called `handle`.
        record Opened(long handle, Path path, boolean creates, boolean empties) implements Act {}

        /// Bytes were written.
        record Written(long handle, long at, ByteBuffer data) implements Act {}

        /// A file or folder was forced to the disk.
        record Forced(long handle) implements Act {}

        /// A file was cut or made longer.
        record Sized(long handle, long size) implements Act {}

        /// A name moved.
        record Renamed(Path from, Path to) implements Act {}

        /// A file got a second name.
        record Linked(Path from, Path to) implements Act {}

        /// A name of a file or an empty folder went.
        record Removed(Path path) implements Act {}

        /// A folder was made.
        record FolderMade(Path path) implements Act {}

        /// The program told the outside world something.
        record Told(Said said) implements Act {}

        /// A file was mapped for writing, which cannot be followed.
        record Mapped(Path path) implements Act {}
    }

    private Trace(List<Act> acts, long bytes) {
        this.acts = acts;
        this.bytes = bytes;
    }

    /// Reads a trace; a record cut off by a kill at its end is left out.
    static Trace read(Path file) throws IOException {
        var in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        var acts = new ArrayList<Act>();
        while (in.remaining() >= HEAD) {
            char op = (char) in.get();
            int flags = in.get();
            int first = in.getShort() & 0xffff;
            int second = in.getShort() & 0xffff;
            long handle = Integer.toUnsignedLong(in.getInt());
            long number = in.getLong();
            int length = in.getInt();
            if (in.remaining() < first + second + length) {
                break;
            }
            var path = Path.of(text(in, first));
            var other = Path.of(text(in, second));
            var data = in.slice(in.position(), length);
            in.position(in.position() + length);
            acts.add(switch (op) {
                case 'P' -> new Act.Began(path);
                case 'O' -> new Act.Opened(handle, path, (flags & CREATES) != 0,
                        (flags & EMPTIES) != 0);
                case 'W' -> new Act.Written(handle, number, data);
                case 'F' -> new Act.Forced(handle);
                case 'T' -> new Act.Sized(handle, number);
                case 'R' -> new Act.Renamed(path, other);
                case 'L' -> new Act.Linked(path, other);
                case 'U', 'X' -> new Act.Removed(path);
                case 'D' -> new Act.FolderMade(path);
                case 'A' -> new Act.Told(Said.parse(text(data, length).strip()));
                case 'M' -> new Act.Mapped(path);
                default -> throw new IOException("a record of kind " + (int) op);
            });
        }
        return new Trace(acts, in.capacity());
    }

    private static String text(ByteBuffer in, int length) {
        var bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    List<Act> acts() {
        return acts;
    }

    /// The folder that was watched.
    Path prefix() {
        if (!acts.isEmpty() && acts.getFirst() instanceof Act.Began(Path prefix)) {
            return prefix;
        }
        throw new IllegalStateException("a trace without a beginning");
    }

    long bytes() {
        return bytes;
    }

    /// What the program had told when it had done `cut` acts.
    List<Said> said(int cut) {
        var said = new ArrayList<Said>();
        for (var act : acts.subList(0, cut)) {
            if (act instanceof Act.Told told) {
                said.add(told.said());
            }
        }
        return said;
    }

    /// The first place after `from` where something has just been told.
    OptionalInt nextTold(int from) {
        for (int i = from; i < acts.size(); i++) {
            if (acts.get(i) instanceof Act.Told) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }
}
