package venue.tokens.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Writes the body of a message. It may hold a PIN, so that outgrown arrays are wiped.
public final class Pack {

    private static final int FIRST = 256;

    private byte[] array = new byte[FIRST];
    private int count;

    public Pack number(int value) {
        room(Integer.BYTES);
        for (int shift = 24; shift >= 0; shift -= 8) {
            array[count++] = (byte) (value >> shift);
        }
        return this;
    }

    public Pack bytes(byte[] value) {
        number(value.length);
        room(value.length);
        System.arraycopy(value, 0, array, count, value.length);
        count += value.length;
        return this;
    }

    public Pack text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    public Pack texts(List<String> values) {
        number(values.size());
        values.forEach(this::text);
        return this;
    }

    /// Fills up with zeros to at least `length`.
    public Pack fillTo(int length) {
        if (count < length) {
            room(length - count);
            count = length;
        }
        return this;
    }

    /// The body; this object forgets it.
    public byte[] take() {
        var body = Arrays.copyOf(array, count);
        Arrays.fill(array, (byte) 0);
        count = 0;
        return body;
    }

    /// Forgets the body without taking it.
    public void wipe() {
        Arrays.fill(array, (byte) 0);
        count = 0;
    }

    private void room(int more) {
        if (array.length - count < more) {
            var larger = Arrays.copyOf(array, Math.max(2 * array.length, count + more));
            Arrays.fill(array, (byte) 0);
            array = larger;
        }
    }
}
