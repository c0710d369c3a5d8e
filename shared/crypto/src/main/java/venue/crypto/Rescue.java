package venue.crypto;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// The bidder's half once more, under a rescue code (wrapR): Argon2id over the code, then the
/// suite's own cipher, bound to everything the content key is bound to.
record Rescue(int memoryKib, int passes, Bytes salt, Bytes box) {

    private static final int MEMORY_KIB = 65_536;
    private static final int PASSES = 3;
    private static final int MEMORY_KIB_MAX = 1 << 18;
    private static final int PASSES_MAX = 16;
    private static final int SALT = 16;
    private static final int HALF = 32;
    private static final byte[] ZERO_NONCE = new byte[12];

    Rescue {
        if (memoryKib < 8 || memoryKib > MEMORY_KIB_MAX || passes < 1 || passes > PASSES_MAX
                || salt.length() != SALT || box.length() != HALF + Chunks.TAG) {
            throw new IllegalArgumentException("not a rescue wrap");
        }
    }

    static Rescue wrap(RescueCode code, Suite suite, byte[] half, byte[] bound) {
        return wrap(code, suite, half, bound, Bytes.random(SALT));
    }

    /// The same with a given salt, for published examples.
    static Rescue wrap(RescueCode code, Suite suite, byte[] half, byte[] bound, Bytes salt) {
        var key = key(code, suite, MEMORY_KIB, PASSES, salt);
        try {
            return new Rescue(MEMORY_KIB, PASSES, salt, Bytes.of(
                    new Chunks(suite, key).seal(ZERO_NONCE, aad(suite, bound), half, HALF)));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// The half; empty for another code.
    Optional<Bytes> open(RescueCode code, Suite suite, byte[] bound) {
        var key = key(code, suite, memoryKib, passes, salt);
        try {
            return new Chunks(suite, key).open(ZERO_NONCE, aad(suite, bound), box.array(),
                    box.length()).map(Bytes::of);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] aad(Suite suite, byte[] bound) {
        return suite.digest().digest(bound);
    }

    private static byte[] key(RescueCode code, Suite suite, int memory, int passes, Bytes salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13).withSalt(salt.array())
                .withMemoryAsKB(memory).withIterations(passes).withParallelism(1).build());
        var key = new byte[suite.keyBytes()];
        var ascii = code.ascii();
        generator.generateBytes(ascii, key);
        Arrays.fill(ascii, (byte) 0);
        return key;
    }

    DERSequence sequence() {
        var parts = new ASN1EncodableVector();
        parts.add(new ASN1Integer(1));
        parts.add(new ASN1Integer(memoryKib));
        parts.add(new ASN1Integer(passes));
        parts.add(new DEROctetString(salt.array()));
        parts.add(new DEROctetString(box.array()));
        return new DERSequence(parts);
    }

    static Rescue read(ASN1Sequence parts) {
        if (parts.size() != 5
                || ASN1Integer.getInstance(parts.getObjectAt(0)).intValueExact() != 1) {
            throw new IllegalArgumentException("another version of the rescue wrap");
        }
        return new Rescue(ASN1Integer.getInstance(parts.getObjectAt(1)).intValueExact(),
                ASN1Integer.getInstance(parts.getObjectAt(2)).intValueExact(),
                Bytes.of(ASN1OctetString.getInstance(parts.getObjectAt(3)).getOctets()),
                Bytes.of(ASN1OctetString.getInstance(parts.getObjectAt(4)).getOctets()));
    }
}
