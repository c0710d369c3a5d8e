package venue.crypto;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import venue.crypto.bc.Engines;
import venue.crypto.bc.Rsa;
import venue.crypto.bc.Sm2Curve;

/// A person's, body's or device's certificate (数字证书), RSA or SM2, by its exact bytes.
public record Certificate(Bytes der) {

    private static final ASN1ObjectIdentifier ORGANISATION_IDENTIFIER = new ASN1ObjectIdentifier(
            "2.5.4.97");
    private static final int SIGNING = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
    private static final int ENCRYPTING = KeyUsage.keyEncipherment | KeyUsage.dataEncipherment
            | KeyUsage.keyAgreement;

    public Certificate {
        holderOf(der.array());
    }

    /// The certificate in `pemOrDer`; the first one where PEM holds several.
    public static Certificate parse(byte[] pemOrDer) {
        return parseAll(pemOrDer).getFirst();
    }

    /// All certificates in `pemOrDer`, at least one.
    public static List<Certificate> parseAll(byte[] pemOrDer) {
        var found = new ArrayList<Certificate>();
        for (var block : Pem.blocks(pemOrDer, "CERTIFICATE")) {
            found.add(new Certificate(Bytes.of(block)));
        }
        if (found.isEmpty()) {
            throw new CryptoFailure(CryptoFailure.Code.NOT_A_CERTIFICATE);
        }
        return List.copyOf(found);
    }

    /// Which algorithms its key belongs to.
    public Suite suite() {
        var algorithm = bc().getSubjectPublicKeyInfo().getAlgorithm();
        if (PKCSObjectIdentifiers.rsaEncryption.equals(algorithm.getAlgorithm())) {
            return Suite.RSA;
        }
        if (X9ObjectIdentifiers.id_ecPublicKey.equals(algorithm.getAlgorithm())
                && GMObjectIdentifiers.sm2p256v1.equals(algorithm.getParameters())) {
            return Suite.SM;
        }
        throw new CryptoFailure(CryptoFailure.Code.KEY_KIND_UNKNOWN, holder(),
                algorithm.getAlgorithm());
    }

    /// Who holds it (CN), as printed in the certificate.
    public String holder() {
        return attribute(BCStyle.CN).orElse("");
    }

    /// The body it was issued to (O), empty where there is none.
    public String organisation() {
        return attribute(BCStyle.O).orElse("");
    }

    /// The code of the holder: 统一社会信用代码 or a person's id, from organizationIdentifier
    /// (2.5.4.97), else serialNumber, else OU; empty where there is none.
    public String code() {
        return attribute(ORGANISATION_IDENTIFIER).or(() -> attribute(BCStyle.SERIALNUMBER))
                .or(() -> attribute(BCStyle.OU)).orElse("");
    }

    /// The serial number in upper-case hexadecimal of even length.
    public String serialHex() {
        return serialHex(bc().getSerialNumber());
    }

    static String serialHex(java.math.BigInteger serial) {
        var digits = HexFormat.of().withUpperCase().formatHex(serial.toByteArray());
        return digits.length() > 2 && digits.startsWith("00") ? digits.substring(2) : digits;
    }

    /// The issuer's name as one line.
    public String issuer() {
        return bc().getIssuer().toString();
    }

    /// The subject's name as one line.
    public String subject() {
        return bc().getSubject().toString();
    }

    public Instant notBefore() {
        return bc().getNotBefore().toInstant();
    }

    public Instant notAfter() {
        return bc().getNotAfter().toInstant();
    }

    /// SHA-256 of the exact bytes, lower-case hexadecimal.
    public String sha256() {
        return der.sha256();
    }

    /// SHA-256 of the public key (SubjectPublicKeyInfo), the same for a certificate renewed on the
    /// same key.
    public String publicKeySha256() {
        return Bytes.of(spki()).sha256();
    }

    /// Whether its key may sign.
    public boolean canSign() {
        return mayDo(SIGNING);
    }

    /// Whether its key may be encrypted to.
    public boolean canEncrypt() {
        return mayDo(ENCRYPTING);
    }

    /// Whether it may issue certificates.
    public boolean isAuthority() {
        var constraints = BasicConstraints.fromExtensions(bc().getExtensions());
        return constraints != null && constraints.isCA();
    }

    /// Length of the key in bits: the modulus for RSA, 256 for SM2.
    public int keyBits() {
        return switch (suite()) {
            case SM -> 256;
            case RSA -> {
                if (x509().getPublicKey() instanceof RSAPublicKey key) {
                    yield key.getModulus().bitLength();
                }
                throw new CryptoFailure(CryptoFailure.Code.KEY_KIND_UNKNOWN, holder(), "RSA");
            }
        };
    }

    /// Whether `signature` over `message` was made by this certificate's key, in its suite.
    public boolean verifies(byte[] message, Bytes signature) {
        return switch (suite()) {
            case RSA -> Rsa.verify(spki(), message, signature.array());
            case SM -> Sm2Curve.verify(point(), message, signature.array());
        };
    }

    /// The same certificate for the JDK's own interfaces (TLS); SM2 keys stay Bouncy Castle's.
    public X509Certificate x509() {
        try {
            var factory = CertificateFactory.getInstance("X.509", Engines.BC);
            return (X509Certificate) factory
                    .generateCertificate(new ByteArrayInputStream(der.array()));
        } catch (GeneralSecurityException e) {
            throw new CryptoFailure(CryptoFailure.Code.NOT_A_CERTIFICATE, e);
        }
    }

    /// As a PEM text.
    public String pem() {
        return Pem.text("CERTIFICATE", der.array());
    }

    X509CertificateHolder bc() {
        return holderOf(der.array());
    }

    byte[] spki() {
        try {
            return bc().getSubjectPublicKeyInfo().getEncoded("DER");
        } catch (IOException e) {
            throw new CryptoFailure(CryptoFailure.Code.NOT_A_CERTIFICATE, e);
        }
    }

    byte[] point() {
        return bc().getSubjectPublicKeyInfo().getPublicKeyData().getOctets();
    }

    private boolean mayDo(int uses) {
        var extensions = bc().getExtensions();
        if (extensions == null) {
            return true;
        }
        var usage = KeyUsage.fromExtensions(extensions);
        if (usage == null) {
            return true;
        }
        for (int bit = 1; bit <= uses; bit <<= 1) {
            if ((uses & bit) != 0 && usage.hasUsages(bit)) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> attribute(ASN1ObjectIdentifier kind) {
        var relative = bc().getSubject().getRDNs(kind);
        return relative.length > 0
                && relative[0].getFirst().getValue() instanceof ASN1String text
                && !text.getString().isBlank() ? Optional.of(text.getString()) : Optional.empty();
    }

    private static X509CertificateHolder holderOf(byte[] der) {
        try {
            return new X509CertificateHolder(der);
        } catch (IOException | RuntimeException e) {
            throw new CryptoFailure(CryptoFailure.Code.NOT_A_CERTIFICATE, e);
        }
    }

    @Override
    public String toString() {
        return holder() + " " + serialHex();
    }
}
