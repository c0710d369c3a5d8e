package venue.crypto;

import static org.bouncycastle.math.ec.rfc8032.Ed25519.PUBLIC_KEY_SIZE;
import static org.bouncycastle.math.ec.rfc8032.Ed25519.SECRET_KEY_SIZE;
import static org.bouncycastle.math.ec.rfc8032.Ed25519.SIGNATURE_SIZE;

import java.util.Arrays;
import venue.crypto.bc.Engines;

/// Ed25519 (RFC 8032) over raw 32-byte keys, for checkpoints of the journal. The one algorithm
/// besides the Chinese ones that Bouncy Castle does faster than the JDK, by more than ten times.
public final class Ed25519 {

    /// A key pair: the 32-byte seed and the 32-byte public key. Two that do not belong together
    /// are refused: signing with another's public key would give the seed away.
    public record Key(Bytes seed, Bytes pub) {

        public Key {
            var array = seed.array();
            if (array.length != SECRET_KEY_SIZE || !Bytes.of(publicKey(array)).equals(pub)) {
                throw new IllegalArgumentException("not a key pair");
            }
            Arrays.fill(array, (byte) 0);
        }

        /// The pair that belongs to a seed.
        public static Key of(byte[] seed) {
            return new Key(Bytes.of(seed), Bytes.of(publicKey(seed)));
        }

        /// The 64-byte signature over `message`.
        public Bytes sign(byte[] message) {
            return Ed25519.sign(this, message);
        }
    }

    /// A key that lives in the memory of this program only and can be forgotten (可擦除密钥): the
    /// seed stands in one array, which is signed from and never copied, until [#close] overwrites
    /// it. What the arithmetic of one signature leaves behind stays until the garbage collector
    /// takes it; nothing of it is reachable. Safe for use by several threads.
    public static final class Erasable implements AutoCloseable {

        private final byte[] seed;
        private final byte[] pub;
        private boolean erased;

        private Erasable(byte[] seed) {
            this.seed = seed;
            this.pub = publicKey(seed);
        }

        /// A fresh key.
        public static Erasable generate() {
            return new Erasable(Engines.random(SECRET_KEY_SIZE));
        }

        /// The 32-byte public key; outlives the seed.
        public Bytes pub() {
            return Bytes.of(pub);
        }

        /// The 64-byte signature over `message`.
        ///
        /// @throws IllegalStateException after [#close]
        public synchronized Bytes sign(byte[] message) {
            if (erased) {
                throw new IllegalStateException("this key was erased");
            }
            return Ed25519.sign(seed, pub, message);
        }

        /// Whether the seed is gone.
        public synchronized boolean isErased() {
            return erased;
        }

        /// Overwrites the seed; waits for a signature being made.
        @Override
        public synchronized void close() {
            erased = true;
            Arrays.fill(seed, (byte) 0);
        }
    }

    private Ed25519() {}

    /// A fresh key pair.
    public static Key generate() {
        return Key.of(Engines.random(SECRET_KEY_SIZE));
    }

    /// The 64-byte signature over `message`.
    public static Bytes sign(Key key, byte[] message) {
        var seed = key.seed().array();
        try {
            return sign(seed, key.pub().array(), message);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    /// Whether the signature is right; a malformed key or signature is simply not right.
    public static boolean verify(byte[] pub32, byte[] message, byte[] value) {
        return pub32.length == PUBLIC_KEY_SIZE && value.length == SIGNATURE_SIZE
                && org.bouncycastle.math.ec.rfc8032.Ed25519.verify(value, 0, pub32, 0, message, 0,
                        message.length);
    }

    private static byte[] publicKey(byte[] seed) {
        if (seed.length != SECRET_KEY_SIZE) {
            throw new IllegalArgumentException("an Ed25519 seed has 32 bytes");
        }
        var pub = new byte[PUBLIC_KEY_SIZE];
        org.bouncycastle.math.ec.rfc8032.Ed25519.generatePublicKey(seed, 0, pub, 0);
        return pub;
    }

    private static Bytes sign(byte[] seed, byte[] pub, byte[] message) {
        var signature = new byte[SIGNATURE_SIZE];
        org.bouncycastle.math.ec.rfc8032.Ed25519.sign(seed, 0, pub, 0, message, 0, message.length,
                signature, 0);
        return Bytes.of(signature);
    }
}
