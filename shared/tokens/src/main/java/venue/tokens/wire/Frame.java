package venue.tokens.wire;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// One message between the application and a driver's process:
/// `56 54 01 | kind u8 | number u32 | length u32 | body`, big-endian. A reader refuses anything
/// else before it takes memory for it.
public final class Frame {

    /// Longest body that either side accepts.
    public static final int BODY_MAX = 1 << 18;
    /// The task was done; the body is the answer.
    public static final int DONE = 64;
    /// The task failed; the body is a [Trouble].
    public static final int TROUBLE = 65;

    private static final byte[] MAGIC = {'V', 'T', 1};
    private static final int HEAD = MAGIC.length + 1 + 2 * Integer.BYTES;

    private final int kind;
    private final int number;
    private final byte[] body;

    /// @param body not copied, so that the caller can wipe it
    public Frame(int kind, int number, byte[] body) {
        this.kind = kind;
        this.number = number;
        this.body = body;
    }

    /// A [Task]'s number, [#DONE] or [#TROUBLE].
    public int kind() {
        return kind;
    }

    /// An answer has the number of its task.
    public int number() {
        return number;
    }

    /// To read the body once.
    public Unpack open() {
        return new Unpack(body);
    }

    /// Forgets the body.
    public void wipe() {
        Arrays.fill(body, (byte) 0);
    }

    /// Writes it in one piece: a stream that buffers passes large pieces on without a copy.
    public void write(OutputStream out) throws IOException {
        var whole = ByteBuffer.allocate(HEAD + body.length).put(MAGIC).put((byte) kind)
                .putInt(number).putInt(body.length).put(body).array();
        try {
            out.write(whole);
            out.flush();
        } finally {
            Arrays.fill(whole, (byte) 0);
        }
    }

    /// The next message. Throws [EOFException] at the end and [MalformedFrame] for anything that
    /// is none.
    public static Frame read(InputStream stream) throws IOException {
        var in = new DataInputStream(stream);
        for (byte expected : MAGIC) {
            int found = in.read();
            if (found < 0) {
                throw new EOFException();
            }
            if (found != expected) {
                throw new MalformedFrame("magic");
            }
        }
        int kind = in.readUnsignedByte();
        int number = in.readInt();
        int length = in.readInt();
        if (length < 0 || length > BODY_MAX) {
            throw new MalformedFrame("length " + length);
        }
        var body = new byte[length];
        in.readFully(body);
        return new Frame(kind, number, body);
    }
}
