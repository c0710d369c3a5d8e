package venue.sync;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.journal.proof.VerifierKey;

/// How a desk reaches its centre: the address, the device's TLS key, and what it trusts. Given
/// once at enrolment; nothing in it comes from the network.
public final class Link {

    private final URI centre;
    private final Tls tls;
    private final Optional<VerifierKey> witness;

    private Link(URI centre, Tls tls, Optional<VerifierKey> witness) {
        this.centre = centre;
        this.tls = tls;
        this.witness = witness;
    }

    /// A link with the device key in a file.
    ///
    /// @param centre `https://host:port`
    /// @param deviceKeys the device's key file (PKCS#12)
    /// @param authorities who issued the centre's certificate
    public static Link to(URI centre, Path deviceKeys, char[] pin,
            Collection<Certificate> authorities) {
        try {
            return to(centre, Bytes.of(Files.readAllBytes(deviceKeys)), pin, authorities);
        } catch (IOException e) {
            throw new SyncFailure(SyncFailure.DEVICE_KEY, e, deviceKeys);
        }
    }

    /// The same with the key file's bytes, for a desk that keeps them in its vault.
    public static Link to(URI centre, Bytes deviceKeys, char[] pin,
            Collection<Certificate> authorities) {
        return new Link(centre, Tls.of(deviceKeys, pin, List.copyOf(authorities)),
                Optional.empty());
    }

    /// This link, and the key by which the centre must countersign. Without it the key that the
    /// journal knows counts; if it knows none, the one that the centre tells under its TLS
    /// certificate.
    public Link witness(VerifierKey key) {
        return new Link(centre, tls, Optional.of(key));
    }

    /// Where the centre is.
    public URI centre() {
        return centre;
    }

    Optional<VerifierKey> witness() {
        return witness;
    }

    CentreLine open() {
        return new CentreLine(centre, tls);
    }
}
