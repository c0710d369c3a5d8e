package venue.verifier.read;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import venue.crypto.Bytes;
import venue.crypto.Ed25519;
import venue.crypto.Sm2;
import venue.verifier.VerifierKey;

/// A signed checkpoint (C2SP tlog-checkpoint in a signed-note): how far a log had come, and who
/// says so.
///
/// @param body the three signed lines
/// @param lines the signature lines below
public record Checkpoint(String body, String origin, long size, Bytes root, List<Line> lines) {

    private static final String DASH = "\u2014 ";

    /// A signature line: whose, and four bytes of key id before the signature.
    public record Line(String name, Bytes value) {

        /// Reads one line.
        public static Line parse(String text) {
            var parts = text.split(" ", -1);
            if (!text.startsWith(DASH) || parts.length != 3) {
                throw new Unreadable("not a signature line");
            }
            try {
                return new Line(parts[1], Bytes.fromBase64(parts[2]));
            } catch (IllegalArgumentException e) {
                throw new Unreadable("not a signature line", e);
            }
        }
    }

    public Checkpoint {
        lines = List.copyOf(lines);
    }

    /// Reads a note.
    public static Checkpoint parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) {
            throw new Unreadable("not a signed note");
        }
        var body = note.substring(0, end + 1);
        var parts = body.split("\n", -1);
        if (parts.length != 4 || !parts[1].matches("0|[1-9][0-9]{0,14}")) {
            throw new Unreadable("not a checkpoint");
        }
        try {
            var root = Bytes.fromBase64(parts[2]);
            return new Checkpoint(body, parts[0], Long.parseLong(parts[1]), root,
                    note.substring(end + 2).lines().map(Line::parse).toList());
        } catch (IllegalArgumentException e) {
            throw new Unreadable("not a checkpoint", e);
        }
    }

    /// With one more line, such as a witness's.
    public Checkpoint with(Line line) {
        var more = new ArrayList<>(lines);
        more.add(line);
        return new Checkpoint(body, origin, size, root, more);
    }

    /// Whether a line of `key` is a good signature over the body.
    public boolean isSignedBy(VerifierKey key) {
        return lines.stream().filter(line -> isBy(line, key)).anyMatch(line -> {
            var value = line.value().array();
            if (key.type() == VerifierKey.COSIGNATURE) {
                return value.length == 76 && cosigned(key, value);
            }
            if (key.type() == VerifierKey.SM2) {
                return Sm2.verify(key.key().array(), utf8(body),
                        Arrays.copyOfRange(value, 4, value.length));
            }
            return value.length == 68 && Ed25519.verify(key.key().array(), utf8(body),
                    Arrays.copyOfRange(value, 4, 68));
        });
    }

    /// Whether a line says that it is of `key`, rightly or not.
    public boolean names(VerifierKey key) {
        return lines.stream().anyMatch(line -> isBy(line, key));
    }

    private boolean cosigned(VerifierKey key, byte[] value) {
        long seconds = ByteBuffer.wrap(value, 4, 8).getLong();
        return seconds > 0 && Ed25519.verify(key.key().array(),
                utf8("cosignature/v1\ntime " + seconds + "\n" + body),
                Arrays.copyOfRange(value, 12, 76));
    }

    private static boolean isBy(Line line, VerifierKey key) {
        var value = line.value().array();
        return line.name().equals(key.name()) && value.length > 4
                && Bytes.of(Arrays.copyOf(value, 4)).equals(key.id());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
