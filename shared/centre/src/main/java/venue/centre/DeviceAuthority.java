package venue.centre;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import venue.crypto.Authority;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.crypto.Suite;
import venue.domain.base.DeviceId;

/// The authority of one venue (设备证书签发者) that gives workstations and the centre their TLS
/// certificates where the venue has no other. RSA; what it issues says nothing about persons.
public final class DeviceAuthority {

    private static final Duration LIFE = Duration.ofDays(3650);
    private static final Duration BEFORE = Duration.ofDays(1);
    private static final String KEYS = "authority.p12";

    private final Authority authority;

    private DeviceAuthority(Authority authority) {
        this.authority = authority;
    }

    /// A new authority.
    public static DeviceAuthority create(String name, Instant now) {
        return new DeviceAuthority(
                Authority.root(Suite.RSA, name, now.minus(BEFORE), now.plus(LIFE)));
    }

    /// The certificate that the other side has to trust.
    public Certificate certificate() {
        return authority.certificate();
    }

    /// A key file (PKCS#12) for a workstation. It names no host, so that nobody can play the centre
    /// with it.
    public Bytes issue(DeviceId device, char[] pin, Instant now) {
        return issue(device.value(), List.of(), pin, now);
    }

    /// A key file (PKCS#12) for the centre.
    ///
    /// @param hosts names and addresses by which workstations call it
    public Bytes issueCentre(List<String> hosts, char[] pin, Instant now) {
        return issue("centre", hosts, pin, now);
    }

    private Bytes issue(String name, List<String> hosts, char[] pin, Instant now) {
        var entry = authority.issue(new Authority.Subject(name, "", "", hosts),
                Authority.Use.DEVICE, now.minus(BEFORE), authority.certificate().notAfter());
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(name, entry.key(), pin,
                    Stream.concat(Stream.of(entry.certificate()), entry.chain().stream())
                            .map(Certificate::x509).toArray(X509Certificate[]::new));
            var out = new ByteArrayOutputStream();
            store.store(out, pin);
            return Bytes.of(out.toByteArray());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a key file in memory", e);
        }
    }

    /// Keeps the authority in `dir`: its certificate for all, its key under `pin`.
    public void save(Path dir, char[] pin) {
        try {
            authority.save(dir.resolve(KEYS), pin);
            Files.writeString(dir.resolve("authority.pem"), certificate().pem());
        } catch (IOException e) {
            throw new CentreFailure(CentreFailure.DATA_READ_ONLY, e, dir);
        }
    }

    /// The authority kept in `dir`.
    public static DeviceAuthority open(Path dir, char[] pin) {
        return new DeviceAuthority(Authority.open(dir.resolve(KEYS), pin));
    }
}
