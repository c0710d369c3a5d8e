package venue.crypto;

import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.ExtendedDigest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDefaultDigestProvider;

/// Digests by object identifier, SM3 included, for the MAC of PKCS#12.
final class AnyDigest {

    private AnyDigest() {}

    static ExtendedDigest of(AlgorithmIdentifier algorithm) throws OperatorCreationException {
        return GMObjectIdentifiers.sm3.equals(algorithm.getAlgorithm())
                ? new SM3Digest()
                : BcDefaultDigestProvider.INSTANCE.get(algorithm);
    }
}
