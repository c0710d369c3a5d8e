package venue.tokens;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import venue.crypto.FileToken;
import venue.crypto.Token;
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

    private final Patience patience;
    private final HostPool pool;

    public Drivers() {
        this(Patience.USUAL);
    }

    public Drivers(Patience patience) {
        this.patience = patience;
        this.pool = new HostPool(patience.start(), patience.idle());
    }

    /// Opens a medium. `pin` is wiped before this returns, whatever happens.
    public Token open(TokenSpec spec, char[] pin) {
        try {
            return switch (spec) {
                case TokenSpec.InFile file -> FileToken.open(file.p12(), pin);
                case TokenSpec.Pkcs11 p11 ->
                    open(p11.name(), p11.make(), p11.place(), encoded(pin, StandardCharsets.UTF_8));
                case TokenSpec.Skf skf -> open(skf.name(), skf.make(), skf.place(),
                        encoded(pin, skf.shape().names()));
            };
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private RemoteToken open(String name, Make make, Place place, byte[] pin) {
        var body = new Pack();
        place.pack(body);
        body.bytes(pin).fillTo(DriverHost.UNBUFFERED);
        Arrays.fill(pin, (byte) 0);
        HostPool.Lease lease = null;
        RemoteToken token = null;
        try {
            lease = pool.lease(make);
            var host = lease.host();
            var answer = host.ask(Task.OPEN, body, patience.login());
            try {
                int session = answer.number();
                token = RemoteToken.of(name, new RemoteToken.Line(lease, session, patience.use()),
                        Found.keys(answer));
                return token;
            } catch (MalformedFrame e) {
                throw host.nonsense(e);
            }
        } catch (Trouble e) {
            throw Telling.of(name, e);
        } catch (HostLost e) {
            throw Telling.of(name, e);
        } finally {
            body.wipe();
            if (lease != null && token == null) {
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
        try (var lease = pool.lease(make)) {
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
