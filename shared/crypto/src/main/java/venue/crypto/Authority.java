package venue.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import venue.crypto.bc.Engines;

/// A small certificate authority for demonstrations, rehearsals and the devices of one venue.
/// Bidders and officials bring certificates of licensed authorities (电子认证服务机构); this is
/// none.
public final class Authority {

    private static final int CA_USAGE = KeyUsage.keyCertSign | KeyUsage.cRLSign;

    /// What a certificate may be used for.
    public enum Use {
        SIGN(KeyUsage.digitalSignature | KeyUsage.nonRepudiation), ENCRYPT(
                KeyUsage.keyEncipherment | KeyUsage.dataEncipherment), BOTH(
                        SIGN.usage | ENCRYPT.usage),
        /// TLS at both ends.
        DEVICE(KeyUsage.digitalSignature | KeyUsage.keyEncipherment);

        private final int usage;

        Use(int usage) {
            this.usage = usage;
        }
    }

    /// Whom a certificate is for.
    ///
    /// @param code 统一社会信用代码, a person's or a device's id
    /// @param hosts names and addresses of a device, for TLS
    public record Subject(String holder, String organisation, String code, List<String> hosts) {

        public Subject {
            hosts = List.copyOf(hosts);
        }

        public Subject(String holder, String organisation, String code) {
            this(holder, organisation, code, List.of());
        }
    }

    private final Suite suite;
    private final Certificate certificate;
    private final PrivateKey key;
    private final List<Certificate> above;

    private Authority(Suite suite, Certificate certificate, PrivateKey key,
            List<Certificate> above) {
        this.suite = suite;
        this.certificate = certificate;
        this.key = key;
        this.above = above;
    }

    /// A new root.
    public static Authority root(Suite suite, String name, Instant from, Instant to) {
        var pair = pair(suite);
        var own = name(new Subject(name, "", ""));
        var made = make(new Making(own, pair.getPublic(), own, pair.getPrivate(), suite, from, to),
                true, CA_USAGE, List.of());
        return new Authority(suite, made, pair.getPrivate(), List.of());
    }

    /// An authority below this one.
    public Authority subordinate(String name, Instant from, Instant to) {
        var pair = pair(suite);
        var made = make(making(name(new Subject(name, "", "")), pair.getPublic(), from, to), true,
                CA_USAGE, List.of());
        var chain = new ArrayList<>(List.of(certificate));
        chain.addAll(above);
        return new Authority(suite, made, pair.getPrivate(), List.copyOf(chain));
    }

    /// Its own certificate.
    public Certificate certificate() {
        return certificate;
    }

    /// Its own certificate and those above it.
    public List<Certificate> chain() {
        var chain = new ArrayList<>(List.of(certificate));
        chain.addAll(above);
        return List.copyOf(chain);
    }

    /// A fresh key with its certificate.
    public KeyEntry issue(Subject subject, Use use, Instant from, Instant to) {
        var pair = pair(suite);
        var made = make(making(name(subject), pair.getPublic(), from, to), false, use.usage,
                subject.hosts());
        return new KeyEntry(made, pair.getPrivate(), chain());
    }

    /// The signed list of revoked certificates (DER).
    ///
    /// @param revoked since when each counts as revoked
    public Bytes crl(Instant thisUpdate, Instant nextUpdate, Map<Certificate, Instant> revoked) {
        try {
            var list = new X509v2CRLBuilder(certificate.bc().getSubject(), Date.from(thisUpdate));
            list.setNextUpdate(Date.from(nextUpdate));
            revoked.forEach((each, since) -> list.addCRLEntry(each.bc().getSerialNumber(),
                    Date.from(since), CRLReason.superseded));
            return Bytes.of(list.build(signer(suite, key)).getEncoded());
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Keeps the authority in a PKCS#12 file.
    public void save(Path p12, char[] pin) {
        KeyFile.write(p12, pin, List.of(new KeyEntry(certificate, key, above)));
    }

    /// The authority from such a file.
    public static Authority open(Path p12, char[] pin) {
        var kept = KeyFile.read(p12, pin);
        return new Authority(kept.certificate().suite(), kept.certificate(), kept.key(),
                kept.chain());
    }

    private record Making(X500Name subject, PublicKey subjectKey, X500Name issuer,
            PrivateKey issuerKey, Suite suite, Instant from, Instant to) {}

    private Making making(X500Name subject, PublicKey subjectKey, Instant from, Instant to) {
        return new Making(subject, subjectKey, certificate.bc().getSubject(), key, suite, from, to);
    }

    private static Certificate make(Making making, boolean authority, int usage,
            List<String> hosts) {
        try {
            var serial = new BigInteger(1, Engines.random(8)).setBit(62);
            var builder = new JcaX509v3CertificateBuilder(making.issuer(), serial,
                    Date.from(making.from()), Date.from(making.to()), making.subject(),
                    making.subjectKey());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            builder.addExtension(Extension.subjectKeyIdentifier, false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(making.subjectKey()));
            if (!hosts.isEmpty()) {
                builder.addExtension(Extension.subjectAlternativeName, false, names(hosts));
                builder.addExtension(Extension.extendedKeyUsage, false,
                        new ExtendedKeyUsage(new KeyPurposeId[]{KeyPurposeId.id_kp_serverAuth,
                                KeyPurposeId.id_kp_clientAuth}));
            }
            return new Certificate(Bytes
                    .of(builder.build(signer(making.suite(), making.issuerKey())).getEncoded()));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GeneralNames names(List<String> hosts) {
        return new GeneralNames(hosts.stream()
                .map(host -> new GeneralName(host.matches("[0-9.]+|.*:.*")
                        ? GeneralName.iPAddress
                        : GeneralName.dNSName, host))
                .toArray(GeneralName[]::new));
    }

    private static X500Name name(Subject subject) {
        var name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "CN");
        if (!subject.organisation().isEmpty()) {
            name.addRDN(BCStyle.O, subject.organisation());
        }
        if (!subject.code().isEmpty()) {
            name.addRDN(BCStyle.OU, subject.code());
        }
        return name.addRDN(BCStyle.CN, subject.holder()).build();
    }

    private static ContentSigner signer(Suite suite, PrivateKey key)
            throws OperatorCreationException {
        return new JcaContentSignerBuilder(
                suite == Suite.RSA ? "SHA256withRSA" : "SM3WITHSM2").setProvider(Engines.BC)
                .build(key);
    }

    private static KeyPair pair(Suite suite) {
        try {
            var generator = generator(suite);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPairGenerator generator(Suite suite) throws GeneralSecurityException {
        if (suite == Suite.RSA) {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator;
        }
        var generator = KeyPairGenerator.getInstance("EC", Engines.BC);
        generator.initialize(new ECGenParameterSpec("sm2p256v1"));
        return generator;
    }
}
