package venue.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import venue.crypto.bc.Engines;

/// Ed25519 (RFC 8032) over raw 32-byte keys, for checkpoints of the journal.
public final class Ed25519 {

    private static final byte[] PKCS8 = HexFormat.of()
            .parseHex("302e020100300506032b657004220420");
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    /// A key pair: the 32-byte seed and the 32-byte public key.
    public record Key(Bytes seed, Bytes pub) {

        /// The pair that belongs to a seed.
        public static Key of(byte[] seed) {
            var key = new Ed25519PrivateKeyParameters(seed, 0);
            return new Key(Bytes.of(seed), Bytes.of(key.generatePublicKey().getEncoded()));
        }

        /// The 64-byte signature over `message`.
        public Bytes sign(byte[] message) {
            return Ed25519.sign(this, message);
        }
    }

    private Ed25519() {}

    /// A fresh key pair.
    public static Key generate() {
        return Key.of(Engines.random(32));
    }

    /// The 64-byte signature over `message`.
    public static Bytes sign(Key key, byte[] message) {
        try {
            var encoded = join(PKCS8, key.seed().array());
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(encoded)));
            Arrays.fill(encoded, (byte) 0);
            signature.update(message);
            return Bytes.of(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whether the signature is right; a malformed key or signature is simply not right.
    public static boolean verify(byte[] pub32, byte[] message, byte[] value) {
        if (pub32.length != 32) {
            return false;
        }
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(join(SPKI, pub32))));
            signature.update(message);
            return signature.verify(value);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] join(byte[] head, byte[] tail) {
        var all = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return all;
    }
}
