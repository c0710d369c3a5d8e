package venue.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import venue.crypto.Bytes;
import venue.verifier.read.Unreadable;

/// A public key for signature lines (C2SP signed-note): `name+id+base64(type || key)`.
///
/// @param type 1 signs the body, 4 is a witness's cosignature/v1
/// @param key Ed25519, 32 bytes
public record VerifierKey(String name, int type, Bytes key) {

    /// A log's own signature.
    public static final int ED25519 = 1;
    /// A witness's.
    public static final int COSIGNATURE = 4;

    /// Reads the text form; a wrong id is refused.
    public static VerifierKey parse(String text) {
        var parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new Unreadable("not a verifier key");
        }
        try {
            var typed = Bytes.fromBase64(parts[2]).array();
            if (typed.length != 33) {
                throw new Unreadable("not a verifier key");
            }
            var key = new VerifierKey(parts[0], typed[0],
                    Bytes.of(Arrays.copyOfRange(typed, 1, 33)));
            if (!key.id().hex().equals(parts[1])) {
                throw new Unreadable("the id does not fit the key: " + parts[0]);
            }
            return key;
        } catch (IllegalArgumentException e) {
            throw new Unreadable("not a verifier key", e);
        }
    }

    /// First four bytes of SHA-256(name || LF || type || key).
    public Bytes id() {
        var name8 = name.getBytes(StandardCharsets.UTF_8);
        var input = ByteBuffer.allocate(name8.length + 34).put(name8).put((byte) '\n')
                .put((byte) type).put(key.array()).array();
        return Bytes.of(Arrays.copyOf(HexFormat.of().parseHex(Bytes.of(input).sha256()), 4));
    }
}
