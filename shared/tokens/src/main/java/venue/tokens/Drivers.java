package venue.tokens;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import venue.crypto.FileToken;
import venue.crypto.Suite;
import venue.crypto.Token;
import venue.crypto.TokenFailure;
import venue.tokens.wire.Found;
import venue.tokens.wire.Make;
import venue.tokens.wire.MalformedFrame;
import venue.tokens.wire.Pack;
import venue.tokens.wire.Place;
import venue.tokens.wire.Task;
import venue.tokens.wire.Trouble;

/// The vendors' drivers of this machine, each in a process of its own that is started when it is
/// needed, ended when it hangs, and replaced by a fresh one for the next medium.
public final class Drivers implements AutoCloseable {

    private static final int COPIES_MAX = 8;

    private final Patience patience;
    private final HostPool pool;

    public Drivers() {
        this(Patience.USUAL);
    }

    public Drivers(Patience patience) {
        this.patience = patience;
        this.pool = new HostPool(patience.start(), patience.idle());
    }

    /// Opens what a person has chosen: a PKCS#12 file, or a setting in `driverFolder` (see
    /// [DriverFile]). `pin` is wiped before this returns, whatever happens.
    public Token open(Path driverFolder, Path medium, char[] pin) {
        try {
            return open(DriverFile.isOne(medium)
                    ? DriverFile.read(driverFolder, medium)
                    : new TokenSpec.InFile(medium), pin);
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    /// Opens a medium. `pin` is wiped before this returns, whatever happens.
    public Token open(TokenSpec spec, char[] pin) {
        try {
            return switch (spec) {
                case TokenSpec.InFile file -> FileToken.open(file.p12(), pin);
                case TokenSpec.Pkcs11 p11 ->
                    open(new Wanted(p11.name(), Suite.RSA, p11.make(), p11.place()),
                            encoded(pin, StandardCharsets.UTF_8));
                case TokenSpec.Skf skf ->
                    open(new Wanted(skf.name(), Suite.SM, skf.make(), skf.place()),
                            encoded(pin, skf.shape().names()));
            };
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private record Wanted(String name, Suite suite, Make make, Place place) {}

    /// A medium that is open in one process of its driver is opened again in another one, where
    /// the PIN is really checked.
    private RemoteToken open(Wanted wanted, byte[] pin) {
        try {
            for (int copy = 0; copy < COPIES_MAX; copy++) {
                var token = open(wanted, copy, pin);
                if (token.isPresent()) {
                    return token.get();
                }
            }
            throw new TokenFailure(TokenFailure.Code.CLOSED, wanted.name());
        } catch (Trouble e) {
            throw Telling.of(wanted.name(), e);
        } catch (HostLost e) {
            throw Telling.of(wanted.name(), e);
        } finally {
            Arrays.fill(pin, (byte) 0);
        }
    }

    /// Empty when that process has the medium open already.
    private Optional<RemoteToken> open(Wanted wanted, int copy, byte[] pin)
            throws HostLost, Trouble {
        var lease = pool.lease(wanted.make(), copy);
        RemoteToken token = null;
        try {
            var body = new Pack();
            wanted.place().pack(body);
            body.bytes(pin).fillTo(DriverHost.UNBUFFERED);
            var answer = lease.host().ask(Task.OPEN, body, patience.login());
            try {
                var line = new RemoteToken.Line(lease, answer.number(), patience.use());
                token = RemoteToken.of(wanted.name(), wanted.suite(), line, Found.keys(answer));
                return Optional.of(token);
            } catch (MalformedFrame e) {
                throw lease.host().nonsense(e);
            }
        } catch (Trouble e) {
            if (e.kind() == Trouble.Kind.IN_USE) {
                return Optional.empty();
            }
            throw e;
        } finally {
            if (token == null) {
                lease.close();
            }
        }
    }

    private static byte[] encoded(char[] pin, Charset charset) {
        var encoder = charset.newEncoder();
        var encoded = ByteBuffer
                .allocate((int) Math.ceil(pin.length * (double) encoder.maxBytesPerChar()));
        var result = encoder.encode(CharBuffer.wrap(pin), encoded, true);
        var bytes = Arrays.copyOf(encoded.array(), result.isError() ? 0 : encoded.position());
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    /// The media that a driver sees.
    List<Found> list(String name, Make make) {
        try (var lease = pool.lease(make, 0)) {
            var host = lease.host();
            var answer = host.ask(Task.LIST, new Pack(), patience.list());
            try {
                int count = answer.count();
                var found = new ArrayList<Found>();
                for (int i = 0; i < count; i++) {
                    found.add(Found.of(answer));
                }
                return found;
            } catch (MalformedFrame e) {
                throw host.nonsense(e);
            }
        } catch (Trouble e) {
            throw Telling.of(name, e);
        } catch (HostLost e) {
            throw Telling.of(name, e);
        }
    }

    /// Ids of the drivers' processes that are alive now.
    public List<Long> processes() {
        return pool.alive();
    }

    /// Ends all drivers; open media end with them.
    @Override
    public void close() {
        pool.close();
    }
}
