package venue.journal.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import venue.crypto.Bytes;

/// Whose signature a line of a note is (C2SP signed-note): a name, a kind of signature, a public
/// key. Its text `name+id+base64` reaches a verifier by another way than the log itself.
///
/// @param key 32 bytes for Ed25519, the 65 bytes `04 || x || y` for SM2
public record VerifierKey(String name, Kind kind, Bytes key) {

    /// The kinds of signature that we make.
    public enum Kind {
        /// Signs the body of the note.
        ED25519(1, "", 32),
        /// cosignature/v1: signs a time and the body (C2SP tlog-cosignature).
        COSIGNATURE(4, "", 32),
        /// 国密 SM2 with SM3 over the body (GB/T 32918, signer id `1234567812345678`), a DER
        /// signature. C2SP leaves 0xff to kinds like this one; who does not know it passes over it.
        SM2(0xff, "ggzy-sm2sm3-v1", 65);

        private final int code;
        private final String label;
        private final int keyLength;

        Kind(int code, String label, int keyLength) {
            this.code = code;
            this.label = label;
            this.keyLength = keyLength;
        }

        /// What stands before the key: the byte of the kind, and its label if it has one.
        private byte[] head() {
            return ByteBuffer.allocate(1 + label.length()).put((byte) code)
                    .put(label.getBytes(StandardCharsets.US_ASCII)).array();
        }

        private boolean begins(byte[] typed) {
            var head = head();
            return typed.length == head.length + keyLength
                    && Arrays.equals(head, Arrays.copyOf(typed, head.length));
        }
    }

    public VerifierKey {
        if (!isName(name)) {
            throw new IllegalArgumentException("not a key name: " + name);
        }
        if (key.length() != kind.keyLength) {
            throw new IllegalArgumentException("a key of " + key.length() + " bytes for " + kind);
        }
    }

    /// Whether a key may be called so.
    static boolean isName(String name) {
        return !name.isEmpty() && !name.contains("+") && name.chars()
                .noneMatch(c -> c < ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /// Reads `name+id+base64`; a wrong id and an unknown kind are refused.
    public static VerifierKey parse(String text) {
        var parts = List.of(text.strip().split("\\+", 3));
        if (parts.size() != 3) {
            throw new IllegalArgumentException("not a verifier key");
        }
        var typed = Bytes.fromBase64(parts.get(2)).array();
        for (var kind : Kind.values()) {
            if (kind.begins(typed)) {
                int at = typed.length - kind.keyLength;
                var key = new VerifierKey(parts.getFirst(), kind,
                        Bytes.of(Arrays.copyOfRange(typed, at, typed.length)));
                if (!key.id().hex().equals(parts.get(1))) {
                    throw new IllegalArgumentException("the id of the key does not fit: " + text);
                }
                return key;
            }
        }
        throw new IllegalArgumentException("a kind of key that we do not know: " + text);
    }

    /// The first four bytes of SHA-256(name || 0x0A || kind || key).
    public Bytes id() {
        var text = (name + "\n").getBytes(StandardCharsets.UTF_8);
        var typed = typed();
        var input = ByteBuffer.allocate(text.length + typed.length).put(text).put(typed).array();
        return Bytes.of(Arrays.copyOf(Bytes.fromHex(Bytes.of(input).sha256()).array(), 4));
    }

    /// As exchanged: `name+id+base64(kind || key)`.
    public String text() {
        return name + "+" + id().hex() + "+" + Bytes.of(typed()).base64();
    }

    private byte[] typed() {
        var head = kind.head();
        return ByteBuffer.allocate(head.length + key.length()).put(head).put(key.array()).array();
    }
}
