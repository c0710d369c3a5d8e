package venue.crypto.body;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Function;
import venue.crypto.sm4.Sm4Path;
import venue.crypto.sm4.Sm4Stream;

/// SM4-GCM (RFC 8998 §3.3, NIST SP 800-38D) of a counter stream and a hash. When opening, the
/// tag is compared before the first byte is decrypted.
final class Sm4Gcm implements Aead {

    private static final int BLOCK = 16;

    private final Sm4Stream stream;
    private final Ghash ghash;
    private final byte[] pad = new byte[BLOCK];
    private final byte[] tag = new byte[TAG];

    Sm4Gcm(Sm4Path path, Function<byte[], Ghash> ghash, byte[] key) {
        this.stream = path.stream(key);
        var subkey = new byte[BLOCK];
        stream.apply(new byte[12], 0, subkey, 0, subkey, 0, BLOCK);
        this.ghash = ghash.apply(subkey);
        Arrays.fill(subkey, (byte) 0);
    }

    @Override
    public int seal(byte[] nonce, byte[] aad, byte[] in, int inAt, int length, byte[] out,
            int outAt) {
        stream.apply(nonce, 2, in, inAt, out, outAt, length);
        sum(nonce, aad, out, outAt, length);
        System.arraycopy(tag, 0, out, outAt + length, TAG);
        return length + TAG;
    }

    @Override
    public int open(byte[] nonce, byte[] aad, byte[] in, int inAt, int length, byte[] out,
            int outAt) {
        int plain = length - TAG;
        if (plain < 0) {
            return -1;
        }
        sum(nonce, aad, in, inAt, plain);
        if (!MessageDigest.isEqual(tag, Arrays.copyOfRange(in, inAt + plain, inAt + length))) {
            return -1;
        }
        stream.apply(nonce, 2, in, inAt, out, outAt, plain);
        return plain;
    }

    @Override
    public void close() {
        stream.close();
    }

    /// The tag of a ciphertext, into [#tag].
    private void sum(byte[] nonce, byte[] aad, byte[] text, int at, int length) {
        padded(aad, 0, aad.length);
        padded(text, at, length);
        ghash.update(ByteBuffer.allocate(BLOCK).putLong(8L * aad.length).putLong(8L * length)
                .array(), 0, BLOCK);
        ghash.digest(tag);
        stream.apply(nonce, 1, tag, 0, tag, 0, TAG);
    }

    private void padded(byte[] data, int at, int length) {
        int whole = length & -BLOCK;
        ghash.update(data, at, whole);
        if (whole < length) {
            Arrays.fill(pad, (byte) 0);
            System.arraycopy(data, at + whole, pad, 0, length - whole);
            ghash.update(pad, 0, BLOCK);
        }
    }
}
