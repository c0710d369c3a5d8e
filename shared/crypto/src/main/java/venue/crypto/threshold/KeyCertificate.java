package venue.crypto.threshold;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECPrivateKeySpec;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.crypto.bc.Engines;

/// The opening key as an ordinary SM2 certificate, so that every bid tool can seal to it. It is
/// signed by the key itself while the deal runs; what makes it believed is the signed plan.
final class KeyCertificate {

    private KeyCertificate() {}

    static Certificate make(OpeningKey key, BigInteger secret, String organisation, Instant from,
            Instant to) {
        var name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "CN")
                .addRDN(BCStyle.O, organisation)
                .addRDN(BCStyle.CN, ThresholdFailure.BOOK.say(venue.words.Language.ZH,
                        "certificate.name", key.tender()))
                .build();
        var serial = new BigInteger(1, Engines.random(8)).setBit(62);
        var info = new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey,
                        GMObjectIdentifiers.sm2p256v1),
                key.publicPoint().array());
        var builder = new X509v3CertificateBuilder(name, serial, Date.from(from), Date.from(to),
                name, info);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true,
                    new KeyUsage(KeyUsage.keyEncipherment | KeyUsage.dataEncipherment));
            var curve = ECNamedCurveTable.getParameterSpec("sm2p256v1");
            var signing = KeyFactory.getInstance("EC", Engines.BC)
                    .generatePrivate(new ECPrivateKeySpec(secret, curve));
            var signer = new JcaContentSignerBuilder("SM3WITHSM2").setProvider(Engines.BC)
                    .build(signing);
            return new Certificate(Bytes.of(builder.build(signer).getEncoded()));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The public point in a certificate, 65 bytes for SM2.
    static Bytes point(Certificate certificate) {
        try {
            return Bytes.of(new X509CertificateHolder(certificate.der().array())
                    .getSubjectPublicKeyInfo().getPublicKeyData().getOctets());
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
