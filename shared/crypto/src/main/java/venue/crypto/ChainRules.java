package venue.crypto;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import venue.crypto.bc.Engines;

/// The rules of RFC 5280 §6 on a chain already found: authorities may issue, path lengths, critical
/// extensions, every link valid; and no signature older than SHA-256 anywhere below the root.
final class ChainRules {

    private static final Set<ASN1ObjectIdentifier> STRONG = Set.of(
            PKCSObjectIdentifiers.sha256WithRSAEncryption,
            PKCSObjectIdentifiers.sha384WithRSAEncryption,
            PKCSObjectIdentifiers.sha512WithRSAEncryption, PKCSObjectIdentifiers.id_RSASSA_PSS,
            GMObjectIdentifiers.sm2sign_with_sm3);

    private ChainRules() {}

    static boolean hold(List<Certificate> chain, Instant at) {
        var path = new ArrayList<X509Certificate>();
        for (var certificate : chain.subList(0, chain.size() - 1)) {
            if (!STRONG.contains(certificate.bc().getSignatureAlgorithm().getAlgorithm())) {
                return false;
            }
            path.add(certificate.x509());
        }
        return path.isEmpty() || isPath(path, chain.getLast().x509(), at);
    }

    private static boolean isPath(List<X509Certificate> path, X509Certificate root, Instant at) {
        try {
            var parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            var certPath = CertificateFactory.getInstance("X.509", Engines.BC)
                    .generateCertPath(path);
            CertPathValidator.getInstance("PKIX", Engines.BC).validate(certPath, parameters);
            return true;
        } catch (CertPathValidatorException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
