package venue.tokens;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.crypto.CryptoFailure;
import venue.crypto.Suite;
import venue.crypto.Token;
import venue.crypto.TokenFailure;
import venue.tokens.wire.Found;
import venue.tokens.wire.MalformedFrame;
import venue.tokens.wire.Pack;
import venue.tokens.wire.Task;
import venue.tokens.wire.Trouble;

/// A hardware medium behind a driver's process. Digests, padding and DER are made here; the driver
/// is asked for the private operation only, and its signatures are checked before they are used.
final class RemoteToken implements Token {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteToken.class);

    private final String name;
    private final Line line;
    private final Key signing;
    private final Key encryption;
    private volatile boolean closed;

    /// The way to one medium that is logged in to.
    record Line(HostPool.Lease lease, int session, Duration patience) {

        byte[] ask(Task task, int key, byte[] input) throws HostLost, Trouble {
            var host = lease.host();
            var body = new Pack().number(session).number(key).bytes(input);
            var answer = host.ask(task, body, patience);
            try {
                return answer.bytes();
            } catch (MalformedFrame e) {
                throw host.nonsense(e);
            } finally {
                answer.wipe();
            }
        }

        void close() throws HostLost, Trouble {
            try {
                if (!lease.host().isLost()) {
                    lease.host().ask(Task.CLOSE, new Pack().number(session), patience);
                }
            } finally {
                lease.close();
            }
        }
    }

    private record Key(int index, Found.Use use, Certificate certificate) {

        boolean signs() {
            return use != Found.Use.ENCRYPT && certificate.canSign();
        }

        boolean decrypts() {
            return use != Found.Use.SIGN && certificate.canEncrypt();
        }
    }

    private RemoteToken(String name, Line line, Key signing, Key encryption) {
        this.name = name;
        this.line = line;
        this.signing = signing;
        this.encryption = encryption;
    }

    /// @param suite of the keys that this kind of driver can use; others on the medium are left
    static RemoteToken of(String name, Suite suite, Line line, List<Found.Key> found) {
        var keys = new ArrayList<Key>();
        for (int i = 0; i < found.size(); i++) {
            var each = found.get(i);
            try {
                var certificate = new Certificate(each.certificate());
                if (certificate.suite() == suite) {
                    keys.add(new Key(i, each.use(), certificate));
                }
            } catch (CryptoFailure e) {
                LOG.warn("{}: a certificate is left out: {}", name, e.code());
            }
        }
        return new RemoteToken(name, line, choose(name, keys, Key::signs, Key::decrypts),
                choose(name, keys, Key::decrypts, Key::signs));
    }

    /// The key for this use alone, else one for both, else the first.
    private static Key choose(String name, List<Key> keys, Predicate<Key> wanted,
            Predicate<Key> other) {
        return first(keys, wanted.and(other.negate())).or(() -> first(keys, wanted))
                .or(() -> first(keys, key -> true))
                .orElseThrow(() -> new TokenFailure(TokenFailure.Code.NO_KEY, name));
    }

    private static Optional<Key> first(List<Key> keys, Predicate<Key> wanted) {
        return keys.stream().filter(wanted).findFirst();
    }

    @Override
    public Certificate signing() {
        return signing.certificate();
    }

    @Override
    public Certificate encryption() {
        return encryption.certificate();
    }

    @Override
    public Bytes sign(byte[] message) {
        var certificate = signing.certificate();
        var signature = switch (certificate.suite()) {
            case RSA -> Bytes.of(ask(Task.SIGN, signing, RsaShapes.digestInfo(message)));
            case SM -> Sm2Shapes
                    .signature(ask(Task.SIGN, signing, Sm2Shapes.digest(certificate, message)));
        };
        if (!certificate.verifies(message, signature)) {
            var wrong = TokenWords.BOOK.say("signature.wrong");
            throw new TokenFailure(TokenFailure.Code.DRIVER_NONSENSE,
                    line.lease().host().distrusted(), name, wrong);
        }
        return signature;
    }

    @Override
    public Bytes unwrap(Bytes wrapped) {
        var certificate = encryption.certificate();
        var shaped = certificate.suite() == Suite.RSA
                ? RsaShapes.block(certificate, wrapped)
                : Sm2Shapes.cipher(wrapped);
        var plain = ask(Task.DECRYPT, encryption, shaped.orElseThrow(this::refused));
        try {
            return certificate.suite() == Suite.RSA
                    ? RsaShapes.unpadded(certificate, plain).orElseThrow(this::refused)
                    : Bytes.of(plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private TokenFailure refused() {
        return new TokenFailure(TokenFailure.Code.UNWRAP_REFUSED, name);
    }

    private byte[] ask(Task task, Key key, byte[] input) {
        if (closed) {
            throw new TokenFailure(TokenFailure.Code.CLOSED, name);
        }
        try {
            return line.ask(task, key.index(), input);
        } catch (Trouble e) {
            throw Telling.of(name, e);
        } catch (HostLost e) {
            throw Telling.of(name, e);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            line.close();
        } catch (Trouble e) {
            LOG.info("{}: logging out failed: {}", name, e.detail());
        } catch (HostLost e) {
            LOG.warn("{}: the driver was lost when logging out", name, e);
        }
    }
}
