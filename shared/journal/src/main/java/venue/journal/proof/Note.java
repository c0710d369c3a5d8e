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
import venue.crypto.Sm2;
import venue.journal.proof.VerifierKey.Kind;

/// A text with signature lines below it (C2SP signed-note). Lines of keys and kinds that nobody
/// asks for are carried along and passed over.
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

        /// Reads one line, of whatever kind.
        public static Line parse(String text) {
            var parts = text.split(" ", -1);
            if (!text.startsWith(DASH) || parts.length != 3 || !VerifierKey.isName(parts[1])) {
                throw new IllegalArgumentException("not a signature line");
            }
            var line = new Line(parts[1], Bytes.fromBase64(parts[2]));
            if (line.signature.length() < 5 || !line.text().equals(text)) {
                throw new IllegalArgumentException("not a signature line");
            }
            return line;
        }

        private boolean isBy(VerifierKey key) {
            return name.equals(key.name()) && part(0, 4).equals(key.id());
        }

        private Bytes part(int from, int to) {
            return Bytes.of(Arrays.copyOfRange(signature.array(), from, to));
        }

        /// What stands after the id of the key.
        private byte[] value() {
            return part(4, signature.length()).array();
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
        if (end < 0 || !text.endsWith("\n")
                || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new IllegalArgumentException("not a signed note");
        }
        var lines = new ArrayList<Line>();
        text.substring(end + 2).lines().map(Line::parse).forEach(lines::add);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a note that nobody signed");
        }
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
        return signed(name, Kind.ED25519, key.pub(), key.sign(bytes(body)));
    }

    /// This note signed as `name`, with a key that will be forgotten.
    public Note signed(String name, Ed25519.Erasable key) {
        return signed(name, Kind.ED25519, key.pub(), key.sign(bytes(body)));
    }

    /// This note signed as `name` with SM2 and SM3.
    public Note signed(String name, Sm2.Key key) {
        return signed(name, Kind.SM2, key.pub(), key.sign(bytes(body)));
    }

    private Note signed(String name, Kind kind, Bytes pub, Bytes signature) {
        var id = new VerifierKey(name, kind, pub).id();
        return with(new Line(name, join(id.array(), signature.array())));
    }

    /// The line by which a witness confirms at `time` that it has seen this body, consistent with
    /// everything it saw before (cosignature/v1).
    public Line cosignature(String witness, Ed25519.Key key, Instant time) {
        var id = new VerifierKey(witness, Kind.COSIGNATURE, key.pub()).id();
        long seconds = time.getEpochSecond();
        var stamp = ByteBuffer.allocate(8).putLong(seconds).array();
        return new Line(witness,
                join(id.array(), stamp, key.sign(bytes(cosigned(seconds))).array()));
    }

    /// Whether one of the lines is a good signature by `key`.
    public boolean isSignedBy(VerifierKey key) {
        return switch (key.kind()) {
            case COSIGNATURE -> cosignedAt(key).isPresent();
            case ED25519 -> lines.stream().anyMatch(line -> line.isBy(key)
                    && Ed25519.verify(key.key().array(), bytes(body), line.value()));
            case SM2 -> lines.stream().anyMatch(line -> line.isBy(key)
                    && Sm2.verify(key.key().array(), bytes(body), line.value()));
        };
    }

    /// Whether a line pretends to be by `key`, rightly or not.
    boolean names(VerifierKey key) {
        return lines.stream().anyMatch(line -> line.isBy(key));
    }

    /// When the witness `key` confirmed this note; empty if it did not.
    public Optional<Instant> cosignedAt(VerifierKey key) {
        if (key.kind() != Kind.COSIGNATURE) {
            return Optional.empty();
        }
        return lines.stream().filter(line -> line.isBy(key) && line.signature.length() == 76)
                .filter(line -> seconds(line) >= 0 && Ed25519.verify(key.key().array(),
                        bytes(cosigned(seconds(line))), line.part(12, 76).array()))
                .map(line -> Instant.ofEpochSecond(seconds(line))).findFirst();
    }

    private static long seconds(Line line) {
        return ByteBuffer.wrap(line.value()).getLong();
    }

    private String cosigned(long seconds) {
        return "cosignature/v1\ntime " + seconds + "\n" + body;
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
