package venue.crypto;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilderProvider;
import venue.crypto.bc.Engines;
import venue.crypto.bc.Rsa;
import venue.crypto.bc.Sm2Curve;
import venue.words.Failure;

/// A certificate medium that is a PKCS#12 file, RSA or SM2. Wrong PINs are counted beside the
/// file and survive a restart; after six of them the file stays locked.
public final class FileToken implements Token {

    private static final long SIZE_BYTES_MAX = 1 << 20;

    private final String name;
    private final Entry signing;
    private final Entry encryption;
    private final List<Certificate> chain;
    private volatile boolean closed;

    private record Entry(Certificate certificate, PrivateKey key) {}

    private FileToken(String name, List<Entry> entries, List<Certificate> chain) {
        this.name = name;
        this.signing = choose(name, entries, Certificate::canSign, Certificate::canEncrypt);
        this.encryption = choose(name, entries, Certificate::canEncrypt, Certificate::canSign);
        this.chain = List.copyOf(chain);
    }

    /// Opens the file. `pin` is wiped before this returns, whatever happens.
    public static FileToken open(Path p12, char[] pin) {
        try {
            return open(p12, read(p12), pin);
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private static FileToken open(Path p12, byte[] content, char[] pin) {
        var name = String.valueOf(p12.getFileName());
        var pfx = parse(name, content);
        try (var tries = PinTries.of(p12)) {
            if (tries.left() <= 0) {
                throw new TokenFailure(TokenFailure.Code.PIN_LOCKED, name, PinTries.MAX);
            }
            tries.count();
            return load(name, content, pin, pfx, tries);
        }
    }

    private static FileToken load(String name, byte[] content, char[] pin, PKCS12PfxPdu pfx,
            PinTries tries) {
        try {
            var store = KeyStore.getInstance("PKCS12", Engines.BC);
            store.load(new ByteArrayInputStream(content), pin);
            tries.forget();
            return load(name, store, pin);
        } catch (IOException e) {
            if (matches(name, pfx, pin)) {
                tries.forget();
                throw new TokenFailure(TokenFailure.Code.FILE_CORRUPT, e, name);
            }
            throw tries.left() > 0
                    ? new TokenFailure(TokenFailure.Code.PIN_WRONG, e, name, tries.left())
                    : new TokenFailure(TokenFailure.Code.PIN_LOCKED, e, name, PinTries.MAX);
        } catch (Failure e) {
            throw e;
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new TokenFailure(TokenFailure.Code.FILE_CORRUPT, e, name);
        }
    }

    /// How many wrong PINs the file still takes; asks for none.
    public static int triesLeft(Path p12) {
        try (var tries = PinTries.of(p12)) {
            return tries.left();
        }
    }

    @Override
    public Certificate signing() {
        return signing.certificate();
    }

    @Override
    public Certificate encryption() {
        return encryption.certificate();
    }

    /// The issuers' certificates that the file holds beside its own.
    public List<Certificate> chain() {
        return chain;
    }

    @Override
    public Bytes sign(byte[] message) {
        var key = open(signing);
        try {
            return Bytes.of(switch (signing.certificate().suite()) {
                case RSA -> Rsa.sign(key, message);
                case SM -> Sm2Curve.sign(scalar(key), message);
            });
        } catch (GeneralSecurityException e) {
            throw new TokenFailure(TokenFailure.Code.FILE_CORRUPT, e, name);
        }
    }

    @Override
    public Bytes unwrap(Bytes wrapped) {
        var key = open(encryption);
        try {
            return Bytes.of(switch (encryption.certificate().suite()) {
                case RSA -> Rsa.decrypt(key, wrapped.array());
                case SM -> Sm2Curve.decrypt(scalar(key), wrapped.array());
            });
        } catch (GeneralSecurityException e) {
            throw new TokenFailure(TokenFailure.Code.UNWRAP_REFUSED, e, name);
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private PrivateKey open(Entry entry) {
        if (closed) {
            throw new TokenFailure(TokenFailure.Code.CLOSED, name);
        }
        return entry.key();
    }

    private static byte[] read(Path p12) {
        try {
            if (Files.size(p12) > SIZE_BYTES_MAX) {
                throw new TokenFailure(TokenFailure.Code.FILE_CORRUPT, p12.getFileName());
            }
            return Files.readAllBytes(p12);
        } catch (NoSuchFileException e) {
            throw new TokenFailure(TokenFailure.Code.MEDIA_MISSING, e, p12);
        } catch (IOException e) {
            throw new TokenFailure(TokenFailure.Code.MEDIA_MISSING, e, p12);
        }
    }

    private static PKCS12PfxPdu parse(String name, byte[] content) {
        try {
            var pfx = ASN1Primitive.fromByteArray(content);
            if (pfx == null) {
                throw new TokenFailure(TokenFailure.Code.FILE_CORRUPT, name);
            }
            return new PKCS12PfxPdu(Pfx.getInstance(pfx));
        } catch (TokenFailure e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new TokenFailure(TokenFailure.Code.FILE_CORRUPT, e, name);
        }
    }

    private static boolean matches(String name, PKCS12PfxPdu pfx, char[] pin) {
        if (!pfx.hasMac()) {
            throw new TokenFailure(TokenFailure.Code.FILE_CORRUPT, name);
        }
        try {
            return pfx.isMacValid(new BcPKCS12MacCalculatorBuilderProvider(AnyDigest::of), pin);
        } catch (PKCSException | IllegalArgumentException e) {
            throw new TokenFailure(TokenFailure.Code.FILE_CORRUPT, e, name);
        }
    }

    private static FileToken load(String name, KeyStore store, char[] pin)
            throws GeneralSecurityException {
        var entries = new ArrayList<Entry>();
        var chain = new ArrayList<Certificate>();
        for (var alias : Collections.list(store.aliases())) {
            var certificate = store.getCertificate(alias);
            if (certificate == null) {
                continue;
            }
            if (store.getKey(alias, pin) instanceof PrivateKey key) {
                entries.add(entry(certificate, key));
            }
            chain.add(new Certificate(Bytes.of(certificate.getEncoded())));
            var above = store.getCertificateChain(alias);
            for (var each : above == null ? new java.security.cert.Certificate[0] : above) {
                chain.add(new Certificate(Bytes.of(each.getEncoded())));
            }
        }
        entries.forEach(e -> chain.removeIf(c -> c.equals(e.certificate())));
        return new FileToken(name, entries, chain.stream().distinct().toList());
    }

    private static Entry entry(java.security.cert.Certificate certificate, PrivateKey key)
            throws GeneralSecurityException {
        var own = new Certificate(Bytes.of(certificate.getEncoded()));
        return switch (own.suite()) {
            case RSA -> new Entry(own, Rsa.key(key.getEncoded()));
            case SM -> new Entry(own, key);
        };
    }

    private static Entry choose(String name, List<Entry> entries,
            Predicate<Certificate> wanted,
            Predicate<Certificate> other) {
        return first(entries, c -> wanted.test(c) && !other.test(c))
                .or(() -> first(entries, wanted)).or(() -> entries.stream().findFirst())
                .orElseThrow(() -> new TokenFailure(TokenFailure.Code.NO_KEY, name));
    }

    private static Optional<Entry> first(List<Entry> entries,
            Predicate<Certificate> wanted) {
        return entries.stream().filter(e -> wanted.test(e.certificate())).findFirst();
    }

    private static BigInteger scalar(PrivateKey key) throws GeneralSecurityException {
        if (key instanceof ECPrivateKey ec) {
            return ec.getS();
        }
        throw new GeneralSecurityException("not an SM2 key");
    }
}
