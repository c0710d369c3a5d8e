package venue.tokens;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricBlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.encodings.OAEPEncoding;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import venue.crypto.Bytes;
import venue.crypto.Certificate;

/// What stands around the raw RSA operation of a medium: DigestInfo (RFC 8017 §9.2) before a
/// signature, OAEP with SHA-256 after a decryption, which few media know themselves.
final class RsaShapes {

    /// DER of DigestInfo for SHA-256 up to the digest.
    private static final byte[] SHA256 = HexFormat.of()
            .parseHex("3031300d060960864801650304020105000420");

    private RsaShapes() {}

    static byte[] digestInfo(byte[] message) {
        var digest = HexFormat.of().parseHex(Bytes.of(message).sha256());
        var info = Arrays.copyOf(SHA256, SHA256.length + digest.length);
        System.arraycopy(digest, 0, info, SHA256.length, digest.length);
        return info;
    }

    /// The block to decrypt, when it fits the key at all.
    static Optional<byte[]> block(Certificate certificate, Bytes wrapped) {
        var modulus = key(certificate).getModulus();
        var block = wrapped.array();
        boolean fits = block.length == length(modulus)
                && new BigInteger(1, block).compareTo(modulus) < 0;
        return fits ? Optional.of(block) : Optional.empty();
    }

    /// The key in a decrypted block, when its padding is right.
    static Optional<Bytes> unpadded(Certificate certificate, byte[] raw) {
        var key = key(certificate);
        if (raw.length > length(key.getModulus())) {
            return Optional.empty();
        }
        var oaep = new OAEPEncoding(new Decrypted(raw, length(key.getModulus())),
                new SHA256Digest(), new SHA256Digest(), new byte[0]);
        oaep.init(false, new RSAKeyParameters(true, key.getModulus(), key.getPublicExponent()));
        try {
            var plain = oaep.processBlock(raw, 0, raw.length);
            var bytes = Bytes.of(plain);
            Arrays.fill(plain, (byte) 0);
            return Optional.of(bytes);
        } catch (InvalidCipherTextException e) {
            return Optional.empty();
        }
    }

    private static int length(BigInteger modulus) {
        return (modulus.bitLength() + 7) / 8;
    }

    private static RSAPublicKey key(Certificate certificate) {
        if (certificate.x509().getPublicKey() instanceof RSAPublicKey key) {
            return key;
        }
        throw new IllegalArgumentException("not RSA");
    }

    /// The medium has done its part already.
    private record Decrypted(Bytes raw, int length) implements AsymmetricBlockCipher {

        Decrypted(byte[] raw, int length) {
            this(Bytes.of(raw), length);
        }

        @Override
        public void init(boolean forEncryption, CipherParameters parameters) {
            if (forEncryption) {
                throw new IllegalArgumentException("only decrypted blocks");
            }
        }

        @Override
        public int getInputBlockSize() {
            return length;
        }

        @Override
        public int getOutputBlockSize() {
            return length - 1;
        }

        /// Without leading zeros, as Bouncy Castle's own engine has it.
        @Override
        public byte[] processBlock(byte[] in, int from, int count) {
            var block = raw.array();
            int zeros = 0;
            while (zeros < block.length - 1 && block[zeros] == 0) {
                zeros++;
            }
            return Arrays.copyOfRange(block, zeros, block.length);
        }
    }
}
