package venue.tokens.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads the body of a message; every length is held against what is really there.
public final class Unpack {

    private static final int LIST_MAX = 4_096;

    private final ByteBuffer body;
    private final byte[] array;

    Unpack(byte[] body) {
        this.array = body;
        this.body = ByteBuffer.wrap(body);
    }

    public int number() throws MalformedFrame {
        if (body.remaining() < Integer.BYTES) {
            throw new MalformedFrame("cut number");
        }
        return body.getInt();
    }

    public byte[] bytes() throws MalformedFrame {
        int length = number();
        if (length < 0 || length > body.remaining()) {
            throw new MalformedFrame("field of " + length);
        }
        var value = new byte[length];
        body.get(value);
        return value;
    }

    public String text() throws MalformedFrame {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /// Forgets the body.
    public void wipe() {
        Arrays.fill(array, (byte) 0);
    }

    /// How many of something follow.
    public int count() throws MalformedFrame {
        int count = number();
        if (count < 0 || count > LIST_MAX) {
            throw new MalformedFrame("list of " + count);
        }
        return count;
    }

    public List<String> texts() throws MalformedFrame {
        int count = count();
        var values = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            values.add(text());
        }
        return List.copyOf(values);
    }
}
