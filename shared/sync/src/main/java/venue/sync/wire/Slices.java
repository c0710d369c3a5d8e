package venue.sync.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Bytes read from front to back, each piece checked to be there.
final class Slices {

    private static final int LINE_BYTES_MAX = 200;

    private final ByteBuffer in;

    Slices(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    byte[] take(int length) {
        if (length > in.remaining()) {
            throw new Malformed("cut off after " + in.limit() + " bytes");
        }
        var bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    int integer() {
        return ByteBuffer.wrap(take(Integer.BYTES)).getInt();
    }

    String text(int length) {
        return new String(take(length), StandardCharsets.UTF_8);
    }

    /// The text up to the next line feed.
    String line() {
        int start = in.position();
        int end = start;
        while (end < in.limit() && in.get(end) != '\n') {
            end++;
        }
        if (end == in.limit() || end - start > LINE_BYTES_MAX) {
            throw new Malformed("a head line does not end within " + LINE_BYTES_MAX + " bytes");
        }
        var line = text(end - start);
        take(1);
        return line;
    }

    String field(String name) {
        var line = line();
        if (!line.startsWith(name + " ")) {
            throw new Malformed("no head line \"" + name + "\"");
        }
        return line.substring(name.length() + 1);
    }

    long number(String name, long most) {
        var text = field(name);
        if (!text.matches("0|[1-9][0-9]{0,14}") || Long.parseLong(text) > most) {
            throw new Malformed("head line \"" + name + "\" is not a number up to " + most);
        }
        return Long.parseLong(text);
    }

    void end() {
        if (in.hasRemaining()) {
            throw new Malformed(in.remaining() + " bytes after the last leaf");
        }
    }
}
