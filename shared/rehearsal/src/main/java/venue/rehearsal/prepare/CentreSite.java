package venue.rehearsal.prepare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import venue.centre.Centre;
import venue.centre.CentreIdentity;
import venue.centre.Device;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.domain.base.DeviceId;
import venue.domain.base.TenderId;
import venue.rehearsal.Cast;
import venue.sync.DeviceKind;
import venue.workstation.Station;

/// The centre of the rehearsal: its identity, its port, the devices it lets in and the work it
/// hands out.
public final class CentreSite implements Cast.CentreSwitch, AutoCloseable {

    private static final char[] PIN = "Centre-2026".toCharArray();

    private final Path data;
    private final InstantSource clock;
    private final int port;
    private final CentreIdentity identity;
    private @Nullable Centre running;

    /// Makes a centre in `data` whose TLS certificate `openssl` issued, or finds the one that is
    /// there.
    public CentreSite(Path data, Path tokens, Path trust, int port, InstantSource clock) {
        this.data = data;
        this.clock = clock;
        this.port = port == 0 ? freePort() : port;
        this.identity = Files.exists(data.resolve("centre.vault"))
                ? CentreIdentity.open(data, PIN)
                : enrol(data, tokens, trust);
    }

    private static CentreIdentity enrol(Path data, Path tokens, Path trust) {
        try {
            var tls = Bytes.of(Files.readAllBytes(tokens.resolve("centre.p12")));
            var authorities = List.of(
                    Certificate.parse(Files.readAllBytes(trust.resolve("rsa-issuing.crt"))),
                    Certificate.parse(Files.readAllBytes(trust.resolve("rsa-root.crt"))));
            return Centre.enrol(data, PIN, tls, Credentials.DEVICE_PIN.toCharArray(), authorities);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Its address, the same after every start.
    public URI uri() {
        return URI.create("https://localhost:" + port);
    }

    /// Who it is.
    public CentreIdentity identity() {
        return identity;
    }

    /// The running centre.
    public Centre centre() {
        var centre = running;
        if (centre == null) {
            throw new IllegalStateException("the centre is stopped");
        }
        return centre;
    }

    @Override
    public void start() {
        if (running == null) {
            running = Centre.start(data, port, identity, clock);
        }
    }

    @Override
    public void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    /// Lets the workstations in and lays their work ready.
    public void hire(Preparation preparation, Iterable<Station> stations) {
        var tender = new TenderId(Story.TENDER_ID);
        for (var station : stations) {
            var device = station.device();
            centre().admit(new Device(device, DeviceKind.valueOf(station.kind().name()),
                    station.room(), station.key(),
                    preparation.credentials().digest(device.value()).hex(), Set.of(tender)));
        }
        var seats = Preparation.SEATS.keySet().stream().filter(name -> name.startsWith("seat-"))
                .map(DeviceId::new).toList();
        var hall = List.of(new DeviceId("hall-1"));
        assign(tender, "project", preparation.packageFile("project-opening"), hall);
        assign(tender, "project", preparation.packageFile("project-evaluation"), seats);
        assign(tender, "project", preparation.packageFile("project-witness"),
                List.of(new DeviceId("witness-1")));
        for (var bidder : Story.bidders()) {
            assign(tender, "bid", preparation.sealedBid(bidder), hall);
        }
    }

    private void assign(TenderId tender, String kind, Path file, List<DeviceId> devices) {
        centre().assign(tender, kind, Story.PROJECT + Story.LOT, file, devices);
    }
}
