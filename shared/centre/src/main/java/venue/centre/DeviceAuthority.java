package venue.centre;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.domain.base.DeviceId;

/// A small authority (设备证书签发) that gives workstations and the centre their TLS certificates in a
/// hall that has none of its own. RSA; what it issues says nothing about persons.
public final class DeviceAuthority {

    private static final Duration LIFE = Duration.ofDays(3650);
    private static final int BITS = 2048;
    private static final String KEYS = "authority.p12";

    private final X509Certificate certificate;
    private final PrivateKey key;

    private DeviceAuthority(X509Certificate certificate, PrivateKey key) {
        this.certificate = certificate;
        this.key = key;
    }

    /// A new authority.
    public static DeviceAuthority create(String name, Instant now) {
        var pair = pair();
        try {
            var subject = new X500Name("CN=" + name);
            var builder = new JcaX509v3CertificateBuilder(subject, serial(),
                    Date.from(now.minus(Duration.ofDays(1))), Date.from(now.plus(LIFE)), subject,
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true,
                    new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return new DeviceAuthority(signed(builder, pair.getPrivate()), pair.getPrivate());
        } catch (CertIOException e) {
            throw new IllegalStateException("extensions of our own making", e);
        }
    }

    /// The certificate that the other side has to trust.
    public Certificate certificate() {
        return of(certificate);
    }

    /// A key file (PKCS#12) for a workstation.
    public Bytes issue(DeviceId device, char[] pin, Instant now) {
        return issue(device.value(), KeyPurposeId.id_kp_clientAuth, List.of(), pin, now);
    }

    /// A key file (PKCS#12) for the centre.
    ///
    /// @param hosts names and addresses by which workstations call it
    public Bytes issueCentre(List<String> hosts, char[] pin, Instant now) {
        return issue("centre", KeyPurposeId.id_kp_serverAuth, hosts, pin, now);
    }

    private Bytes issue(String name, KeyPurposeId purpose, List<String> hosts, char[] pin,
            Instant now) {
        var pair = pair();
        try {
            var builder = new JcaX509v3CertificateBuilder(certificate, serial(),
                    Date.from(now.minus(Duration.ofDays(1))),
                    Date.from(certificate.getNotAfter().toInstant()), new X500Name("CN=" + name),
                    pair.getPublic());
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            if (!hosts.isEmpty()) {
                builder.addExtension(Extension.subjectAlternativeName, false, names(hosts));
            }
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(name, pair.getPrivate(), pin,
                    new X509Certificate[]{signed(builder, key), certificate});
            var out = new ByteArrayOutputStream();
            store.store(out, pin);
            return Bytes.of(out.toByteArray());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a key file in memory", e);
        }
    }

    /// Keeps the authority in `dir`: its certificate for all, its key under `pin`.
    public void save(Path dir, char[] pin) {
        try (var out = Files.newOutputStream(dir.resolve(KEYS))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("authority", key, pin, new X509Certificate[]{certificate});
            store.store(out, pin);
            Files.writeString(dir.resolve("authority.pem"), certificate().pem());
        } catch (IOException e) {
            throw new CentreFailure(CentreFailure.DATA_READ_ONLY, e, dir);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key file in memory", e);
        }
    }

    /// The authority kept in `dir`.
    public static DeviceAuthority open(Path dir, char[] pin) {
        try (var in = Files.newInputStream(dir.resolve(KEYS))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, pin);
            if (store.getCertificate("authority") instanceof X509Certificate certificate
                    && store.getKey("authority", pin) instanceof PrivateKey key) {
                return new DeviceAuthority(certificate, key);
            }
            throw new CentreFailure(CentreFailure.IDENTITY_BROKEN, null, dir);
        } catch (IOException | GeneralSecurityException e) {
            throw new CentreFailure(CentreFailure.IDENTITY_BROKEN, e, dir);
        }
    }

    private static GeneralNames names(List<String> hosts) {
        var names = new ArrayList<GeneralName>();
        for (var host : hosts) {
            boolean address = host.matches("[0-9.]+") || host.contains(":");
            names.add(new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host));
        }
        return new GeneralNames(names.toArray(GeneralName[]::new));
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey key) {
        try {
            var signer = new JcaContentSignerBuilder("SHA256withRSA").build(key);
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("RSA of the JDK", e);
        }
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA of the JDK", e);
        }
    }

    private static BigInteger serial() {
        return new BigInteger(1, Bytes.random(15).array()).add(BigInteger.ONE);
    }

    private static Certificate of(X509Certificate certificate) {
        try {
            return Certificate.parse(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate without bytes", e);
        }
    }
}
