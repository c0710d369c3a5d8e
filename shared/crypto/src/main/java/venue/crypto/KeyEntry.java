package venue.crypto;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.List;

/// A freshly issued key with its certificate and the certificates above it, before it is put on a
/// medium.
public record KeyEntry(Certificate certificate, PrivateKey key, List<Certificate> chain) {

    public KeyEntry {
        chain = List.copyOf(chain);
    }

    /// Puts one or two entries (signing, encryption) into a PKCS#12 file that openssl can read too.
    public static void write(Path p12, char[] pin, List<KeyEntry> entries) {
        KeyFile.write(p12, pin, entries);
    }

    @Override
    public String toString() {
        return certificate.toString();
    }
}
