package venue.crypto;

import java.time.Instant;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLEntryHolder;
import org.bouncycastle.cert.X509CRLHolder;

/// Reading a list of revoked certificates (CRL, RFC 5280 §5).
final class Revocations {

    private Revocations() {}

    /// Whether the list can speak about the moment `at`.
    static boolean isFresh(X509CRLHolder list, Instant at) {
        return !at.isBefore(list.getThisUpdate().toInstant()) && list.getNextUpdate() != null
                && !at.isAfter(list.getNextUpdate().toInstant());
    }

    /// Whether the certificate counts as revoked at `at`. A lost key counts backwards too: nobody
    /// knows since when a stranger has had it.
    static boolean concerns(X509CRLHolder list, Certificate certificate, Instant at) {
        var entry = list.getRevokedCertificate(certificate.bc().getSerialNumber());
        return entry != null
                && (isRetroactive(entry) || !at.isBefore(entry.getRevocationDate().toInstant()));
    }

    private static boolean isRetroactive(X509CRLEntryHolder entry) {
        var extension = entry.getExtension(Extension.reasonCode);
        if (extension == null) {
            return false;
        }
        int reason = ASN1Enumerated.getInstance(extension.getParsedValue()).intValueExact();
        return reason == CRLReason.keyCompromise || reason == CRLReason.cACompromise
                || reason == CRLReason.aACompromise;
    }
}
