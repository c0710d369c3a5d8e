package venue.centre;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.crypto.Ed25519;
import venue.crypto.Sealing;
import venue.crypto.Vault;
import venue.journal.proof.Note;
import venue.journal.proof.VerifierKey;

/// Who the centre is: its TLS certificate, the key by which it countersigns as a witness, the key
/// of its data at rest, and the authority whose device certificates it lets knock at all. Kept in
/// one vault under the centre's PIN.
public final class CentreIdentity {

    /// The name under which the centre countersigns.
    public static final String WITNESS = "venue.hall/centre";

    static final String VAULT = "centre.vault";
    private static final String WITNESS_FILE = "witness.vkey";

    private final KeyStore keys;
    private final char[] pin;
    private final List<Certificate> authorities;
    private final Ed25519.Key witness;
    private final Sealing sealing;

    private CentreIdentity(KeyStore keys, char[] pin, List<Certificate> authorities,
            Ed25519.Key witness, Sealing sealing) {
        this.keys = keys;
        this.pin = pin;
        this.authorities = List.copyOf(authorities);
        this.witness = witness;
        this.sealing = sealing;
    }

    /// Makes an identity in `dir` from a TLS key file made elsewhere.
    ///
    /// @param authorities who issues device certificates
    static CentreIdentity create(Path dir, char[] pin, Bytes tls, char[] tlsPin,
            List<Certificate> authorities) {
        var file = dir.resolve(VAULT);
        if (Files.exists(file)) {
            throw new CentreFailure(CentreFailure.IDENTITY_EXISTS, null, file);
        }
        var keys = keyStore(tls.array(), tlsPin, dir);
        var storage = Bytes.random(32).array();
        var pem = new StringBuilder();
        authorities.forEach(authority -> pem.append(authority.pem()));
        var witness = Ed25519.generate();
        try {
            Files.createDirectories(dir);
            Vault.create(file, pin,
                    Map.of("tls", tls.array(), "tls-pin",
                            new String(tlsPin).getBytes(StandardCharsets.UTF_8), "authorities",
                            pem.toString().getBytes(StandardCharsets.UTF_8), "witness",
                            witness.seed().array(), "storage", storage))
                    .close();
            var identity = new CentreIdentity(keys, tlsPin.clone(), authorities, witness,
                    new Sealing(storage));
            Files.writeString(dir.resolve(WITNESS_FILE), identity.witness().text() + "\n");
            return identity;
        } catch (IOException e) {
            throw new CentreFailure(CentreFailure.DATA_READ_ONLY, e, dir);
        }
    }

    /// Opens the identity in `dir`.
    public static CentreIdentity open(Path dir, char[] pin) {
        var file = dir.resolve(VAULT);
        if (!Files.exists(file)) {
            throw new CentreFailure(CentreFailure.IDENTITY_MISSING, null, dir);
        }
        try (var vault = Vault.open(file, pin)) {
            var tlsPin = new String(vault.secret("tls-pin"), StandardCharsets.UTF_8).toCharArray();
            return new CentreIdentity(keyStore(vault.secret("tls"), tlsPin, dir), tlsPin,
                    Certificate.parseAll(vault.secret("authorities")),
                    Ed25519.Key.of(vault.secret("witness")),
                    new Sealing(vault.secret("storage")));
        }
    }

    private static KeyStore keyStore(byte[] p12, char[] pin, Path dir) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(p12), pin);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new CentreFailure(CentreFailure.IDENTITY_BROKEN, e, dir);
        }
    }

    /// The key by which everybody can check the centre's countersignatures; its 32 bytes also check
    /// the centre's clock.
    public VerifierKey witness() {
        return new VerifierKey(WITNESS, VerifierKey.Kind.COSIGNATURE, witness.pub());
    }

    /// Who issues the certificates of devices.
    public List<Certificate> authorities() {
        return authorities;
    }

    /// Countersigns a checkpoint; whether that is right has been decided before.
    public Note.Line countersign(Note note, Instant at) {
        return note.cosignature(WITNESS, witness, at);
    }

    /// Signs something else, whose text begins in its own way.
    public Bytes sign(byte[] message) {
        return witness.sign(message);
    }

    Sealing sealing() {
        return sealing;
    }

    public KeyStore keys() {
        return keys;
    }

    public String pin() {
        return new String(pin);
    }

    /// The certificates that a TLS client's must come from.
    public KeyStore trust() {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (int i = 0; i < authorities.size(); i++) {
                store.setCertificateEntry("authority-" + i, authorities.get(i).x509());
            }
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a key store in memory", e);
        }
    }

    @Override
    public String toString() {
        return WITNESS + Arrays.toString(authorities.stream().map(Certificate::holder).toArray());
    }
}
