package venue.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import venue.crypto.Bytes;
import venue.verifier.read.Unreadable;

/// A public key for signature lines (C2SP signed-note): `name+id+base64(type || key)`.
///
/// @param type 1 signs the body, 4 is a witness's cosignature/v1, 0xff is SM2 with SM3 over the
/// body
/// @param key Ed25519: 32 bytes; SM2: the 65 bytes `04 || x || y`
public record VerifierKey(String name, int type, Bytes key) {

    /// A log's own signature.
    public static final int ED25519 = 1;
    /// A witness's.
    public static final int COSIGNATURE = 4;
    /// SM2 with SM3 (GB/T 32918), a kind of its own; after the type stands a label.
    public static final int SM2 = 0xff;

    private static final byte[] SM2_HEAD = "\u00ffggzy-sm2sm3-v1"
            .getBytes(StandardCharsets.ISO_8859_1);
    private static final int ED25519_LENGTH = 32;
    private static final int SM2_LENGTH = 65;

    /// Reads the text form; a wrong id is refused.
    public static VerifierKey parse(String text) {
        var parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new Unreadable("not a verifier key");
        }
        try {
            var typed = Bytes.fromBase64(parts[2]).array();
            var key = typed.length == ED25519_LENGTH + 1
                    ? new VerifierKey(parts[0], typed[0], after(typed, 1))
                    : sm2(parts[0], typed);
            if (!key.id().hex().equals(parts[1])) {
                throw new Unreadable("the id does not fit the key: " + parts[0]);
            }
            return key;
        } catch (IllegalArgumentException e) {
            throw new Unreadable("not a verifier key", e);
        }
    }

    private static VerifierKey sm2(String name, byte[] typed) {
        if (typed.length != SM2_HEAD.length + SM2_LENGTH
                || !Arrays.equals(SM2_HEAD, Arrays.copyOf(typed, SM2_HEAD.length))) {
            throw new Unreadable("not a verifier key");
        }
        return new VerifierKey(name, SM2, after(typed, SM2_HEAD.length));
    }

    private static Bytes after(byte[] typed, int head) {
        return Bytes.of(Arrays.copyOfRange(typed, head, typed.length));
    }

    /// The same key under another name: a workstation signs each of its logs with one key.
    public VerifierKey named(String other) {
        return new VerifierKey(other, type, key);
    }

    /// First four bytes of SHA-256(name || LF || type || key).
    public Bytes id() {
        var name8 = name.getBytes(StandardCharsets.UTF_8);
        var head = type == SM2 ? SM2_HEAD : new byte[]{(byte) type};
        var input = ByteBuffer.allocate(name8.length + 1 + head.length + key.length()).put(name8)
                .put((byte) '\n').put(head).put(key.array()).array();
        return Bytes.of(Arrays.copyOf(HexFormat.of().parseHex(Bytes.of(input).sha256()), 4));
    }
}
