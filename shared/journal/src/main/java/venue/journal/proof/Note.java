package venue.journal.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import venue.crypto.Bytes;
import venue.crypto.Ed25519;

/// A text with signature lines below it (C2SP signed-note).
///
/// @param body what is signed, ends with a line feed
public record Note(String body, List<Line> lines) {

    private static final String DASH = "\u2014 ";

    /// A signature line.
    ///
    /// @param signature four bytes of key id, then the signature
    public record Line(String name, Bytes signature) {

        /// As it stands in the note, without the line feed.
        public String text() {
            return DASH + name + " " + signature.base64();
        }

        /// Reads one line.
        public static Line parse(String text) {
            var parts = text.split(" ", -1);
            if (!text.startsWith(DASH) || parts.length != 3) {
                throw new IllegalArgumentException("not a signature line");
            }
            var line = new Line(parts[1], Bytes.fromBase64(parts[2]));
            if (line.signature.length() < 5) {
                throw new IllegalArgumentException("not a signature line");
            }
            return line;
        }
    }

    public Note {
        if (!body.endsWith("\n")) {
            throw new IllegalArgumentException("a note ends with a line feed");
        }
        lines = List.copyOf(lines);
    }

    /// Reads a whole note.
    public static Note parse(String text) {
        int end = text.lastIndexOf("\n\n");
        if (end < 0 || !text.endsWith("\n")) {
            throw new IllegalArgumentException("not a signed note");
        }
        var lines = text.substring(end + 2).lines().map(Line::parse).toList();
        return new Note(text.substring(0, end + 1), lines);
    }

    /// The whole note.
    public String text() {
        var text = new StringBuilder(body).append('\n');
        lines.forEach(line -> text.append(line.text()).append('\n'));
        return text.toString();
    }

    /// The checkpoint that the body tells of.
    public Checkpoint checkpoint() {
        return Checkpoint.parse(body);
    }

    /// This note with one more line.
    public Note with(Line line) {
        var more = new ArrayList<>(lines);
        more.add(line);
        return new Note(body, more);
    }

    /// This note signed as `name`.
    public Note signed(String name, Ed25519.Key key) {
        var id = new VerifierKey(name, VerifierKey.Kind.ED25519, key.pub()).id();
        return with(new Line(name, join(id.array(), key.sign(bytes(body)).array())));
    }

    /// The line by which a witness confirms at `time` that it has seen this body, consistent with
    /// everything it saw before (cosignature/v1).
    public Line cosignature(String witness, Ed25519.Key key, Instant time) {
        var id = new VerifierKey(witness, VerifierKey.Kind.COSIGNATURE, key.pub()).id();
        long seconds = time.getEpochSecond();
        var stamp = ByteBuffer.allocate(8).putLong(seconds).array();
        return new Line(witness,
                join(id.array(), stamp, key.sign(bytes(cosigned(seconds))).array()));
    }

    /// Whether one of the lines is a good signature by `key`.
    public boolean isSignedBy(VerifierKey key) {
        return key.kind() == VerifierKey.Kind.COSIGNATURE
                ? cosignedAt(key).isPresent()
                : lines.stream().anyMatch(line -> isBy(line, key) && line.signature.length() == 68
                        && Ed25519.verify(key.key().array(), bytes(body),
                                part(line, 4, 68).array()));
    }

    /// When the witness `key` confirmed this note; empty if it did not.
    public Optional<Instant> cosignedAt(VerifierKey key) {
        return lines.stream().filter(line -> isBy(line, key) && line.signature.length() == 76)
                .flatMap(line -> {
                    long seconds = ByteBuffer.wrap(line.signature.array(), 4, 8).getLong();
                    boolean good = seconds >= 0 && Ed25519.verify(key.key().array(),
                            bytes(cosigned(seconds)), part(line, 12, 76).array());
                    return good
                            ? Optional.of(Instant.ofEpochSecond(seconds)).stream()
                            : Optional.<Instant>empty().stream();
                }).findFirst();
    }

    private String cosigned(long seconds) {
        return "cosignature/v1\ntime " + seconds + "\n" + body;
    }

    private static boolean isBy(Line line, VerifierKey key) {
        return line.name.equals(key.name()) && part(line, 0, 4).equals(key.id());
    }

    private static Bytes part(Line line, int from, int to) {
        return Bytes.of(Arrays.copyOfRange(line.signature.array(), from, to));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Bytes join(byte[]... parts) {
        var all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(p -> p.length).sum());
        for (var part : parts) {
            all.put(part);
        }
        return Bytes.of(all.array());
    }
}
