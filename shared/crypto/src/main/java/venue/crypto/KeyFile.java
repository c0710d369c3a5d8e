package venue.crypto;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import venue.crypto.bc.Engines;

/// PKCS#12 files of our own making: AES-256-CBC by PBES2, which openssl 3 and the JDK read.
final class KeyFile {

    private KeyFile() {}

    static void write(Path p12, char[] pin, List<KeyEntry> entries) {
        try {
            var store = KeyStore.getInstance("PKCS12-AES256-AES128", Engines.BC);
            store.load(null, null);
            for (int i = 0; i < entries.size(); i++) {
                var entry = entries.get(i);
                var chain = new ArrayList<java.security.cert.Certificate>();
                chain.add(entry.certificate().x509());
                entry.chain().forEach(each -> chain.add(each.x509()));
                store.setKeyEntry("key" + (i + 1), entry.key(), null,
                        chain.toArray(java.security.cert.Certificate[]::new));
            }
            var out = new ByteArrayOutputStream();
            store.store(out, pin);
            Durable.write(p12, out.toByteArray());
        } catch (IOException e) {
            throw new CryptoFailure(CryptoFailure.Code.FILE_UNWRITABLE, e, p12);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The first key of such a file.
    static KeyEntry read(Path p12, char[] pin) {
        try {
            var store = KeyStore.getInstance("PKCS12", Engines.BC);
            store.load(new ByteArrayInputStream(Files.readAllBytes(p12)), pin);
            for (var alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, pin) instanceof PrivateKey key) {
                    var chain = new ArrayList<Certificate>();
                    for (var each : store.getCertificateChain(alias)) {
                        chain.add(new Certificate(Bytes.of(each.getEncoded())));
                    }
                    return new KeyEntry(chain.getFirst(), key, chain.subList(1, chain.size()));
                }
            }
            throw new TokenFailure(TokenFailure.Code.NO_KEY, p12.getFileName());
        } catch (IOException | GeneralSecurityException e) {
            throw new CryptoFailure(CryptoFailure.Code.FILE_UNREADABLE, e, p12);
        }
    }
}
