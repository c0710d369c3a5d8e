package venue.journal.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import venue.crypto.Bytes;

/// Whose signature a line of a note is (C2SP signed-note): a name, a kind of signature, a public
/// key. Its text `name+id+base64` reaches a verifier by another way than the log itself.
///
/// @param key 32 bytes, Ed25519
public record VerifierKey(String name, Kind kind, Bytes key) {

    /// The kinds of signature that we make.
    public enum Kind {
        /// Signs the body of the note.
        ED25519(1),
        /// cosignature/v1: signs a time and the body (C2SP tlog-cosignature).
        COSIGNATURE(4);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        static Kind of(int code) {
            for (var kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("a kind of key that we do not know: " + code);
        }
    }

    public VerifierKey {
        if (name.isEmpty() || name.contains("+")
                || name.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("not a key name: " + name);
        }
        if (key.length() != 32) {
            throw new IllegalArgumentException("an Ed25519 key has 32 bytes");
        }
    }

    /// Reads `name+id+base64`; a wrong id is refused.
    public static VerifierKey parse(String text) {
        var parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a verifier key");
        }
        var typed = Bytes.fromBase64(parts[2]).array();
        if (typed.length != 33) {
            throw new IllegalArgumentException("not a verifier key");
        }
        var key = new VerifierKey(parts[0], Kind.of(typed[0]),
                Bytes.of(Arrays.copyOfRange(typed, 1, 33)));
        if (!key.id().hex().equals(parts[1])) {
            throw new IllegalArgumentException("the id of the key does not fit: " + parts[0]);
        }
        return key;
    }

    /// The first four bytes of SHA-256(name || 0x0A || kind || key).
    public Bytes id() {
        var text = name.getBytes(StandardCharsets.UTF_8);
        var input = ByteBuffer.allocate(text.length + 2 + key.length()).put(text).put((byte) '\n')
                .put((byte) kind.code).put(key.array()).array();
        return Bytes.of(Arrays.copyOf(HexFormat.of().parseHex(Bytes.of(input).sha256()), 4));
    }

    /// As exchanged: `name+id+base64(kind || key)`.
    public String text() {
        var typed = ByteBuffer.allocate(1 + key.length()).put((byte) kind.code).put(key.array());
        return name + "+" + id().hex() + "+" + Bytes.of(typed.array()).base64();
    }
}
