package venue.rehearsal.prepare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import venue.crypto.FileToken;
import venue.domain.base.DeviceId;
import venue.journal.Wire;
import venue.journal.proof.VerifierKey;
import venue.parcel.Parcel;
import venue.workstation.Peers;
import venue.workstation.Station;

/// Everything that exists before the day begins: certificates by `openssl`, the tender's packages
/// signed by the agency, six sealed bids, seven enrolled workstations.
public final class Preparation {

    /// The workstations: device → what it is for and where it stands.
    public static final Map<String, Seat> SEATS = seats();

    /// A workstation's place.
    public record Seat(Station.Kind kind, String room, String seat) {}

    private final Path home;
    private final Instant deadline;
    private final Credentials credentials;
    private final Briefs briefs;

    private Preparation(Path home, Instant deadline, Credentials credentials) {
        this.home = home;
        this.deadline = deadline;
        this.credentials = credentials;
        this.briefs = new Briefs(deadline, credentials::digest);
    }

    private static Map<String, Seat> seats() {
        var seats = new LinkedHashMap<String, Seat>();
        seats.put("hall-1", new Seat(Station.Kind.BIDOPEN, "第二开标厅", "主持席"));
        for (int i = 1; i <= 5; i++) {
            seats.put("seat-" + i, new Seat(Station.Kind.EVALUATION, "第三评标室", i + " 号席"));
        }
        seats.put("witness-1", new Seat(Station.Kind.WITNESS, "见证室", "见证席"));
        return seats;
    }

    /// Makes certificates, bids and packages in `home`; tells what it is doing.
    ///
    /// @param deadline when bids close
    public static Preparation make(Path home, Instant deadline, Consumer<String> tell) {
        tell.accept("用 openssl 生成 RSA、SM2 两套证书体系和全部数字证书");
        var credentials = new Credentials(home.resolve("authorities"));
        var devices = new ArrayList<>(SEATS.keySet());
        devices.add("centre");
        credentials.issueAll(home.resolve("tokens"), devices);
        credentials.trust(home.resolve("trust"));
        var preparation = new Preparation(home, deadline, credentials);
        tell.accept("代理机构分发开标密钥：五方持有、三方共同打开，随招标文件公布");
        var published = new OpeningKeys(home, credentials).publish(deadline,
                Instant.now().minusSeconds(60));
        tell.accept("编写六份投标文件，由投标人侧命令逐份加密封装");
        var receipts = new Bids(home, credentials, published).sealAll(deadline);
        tell.accept("代理机构签发项目包");
        preparation.packages(receipts);
        return preparation;
    }

    private void packages(List<venue.domain.tender.Receipt> receipts) {
        pack("project-opening", briefs.opening(receipts), true);
        pack("project-evaluation", briefs.evaluation(), false);
        pack("project-witness", briefs.witness(), false);
        // after sealing, bidder 6 has its certificate replaced: the old key is gone
        credentials.issueBidder(Story.bidders().get(5), home.resolve("tokens"));
    }

    private void pack(String name, Record brief, boolean seats) {
        var parts = new ArrayList<Parcel.Part>();
        parts.add(Parcel.Part.of("brief.json", Wire.write(brief)));
        if (seats) {
            parts.add(new OpeningKeys(home, credentials).part());
            for (var device : SEATS.keySet()) {
                if (device.startsWith("seat-")) {
                    parts.add(new Parcel.Part("seats/" + device + ".crt",
                            credentials.certificate(device)));
                }
            }
        }
        var out = packageFile(name);
        try (var agency = FileToken.open(home.resolve("tokens").resolve("p-agency.p12"),
                Story.actor("P-AGENCY").pin().toCharArray())) {
            Files.createDirectories(out.getParent());
            Parcel.write(out, new Parcel.Label("project", Story.TENDER_ID,
                    Story.PROJECT + Story.LOT), parts, agency, List.of(),
                    deadline.minusSeconds(86_400));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A project package by name (`project-opening`, `project-evaluation`, `project-witness`).
    public Path packageFile(String name) {
        return home.resolve("packages").resolve(name + ".parcel");
    }

    /// Enrols all workstations for a centre at `centre` that countersigns as `witness`.
    public Map<String, Station> enrol(URI centre, VerifierKey witness, char[] pin) {
        var stations = new LinkedHashMap<String, Station>();
        for (var seat : SEATS.entrySet()) {
            var device = seat.getKey();
            var place = seat.getValue();
            stations.put(device, Station.enrol(home.resolve("stations").resolve(device),
                    new Station.Enrolment(new DeviceId(device), place.kind(), place.room(),
                            place.seat(), Optional.of(centre),
                            Optional.of(home.resolve("tokens").resolve(device + ".p12")),
                            Credentials.DEVICE_PIN, Optional.of(home.resolve("trust"))),
                    pin.clone()));
        }
        for (var station : stations.values()) {
            var peers = Peers.none().witnessedBy(witness);
            for (var other : stations.values()) {
                if (!other.device().equals(station.device())) {
                    peers = peers.with(other);
                }
            }
            peers.write(station.dir());
        }
        return stations;
    }

    /// A bidder's sealed bid.
    public Path sealedBid(Story.Bidder bidder) {
        return Bids.sealed(home, bidder);
    }

    /// The credentials, for the centre's enrolment and for checks.
    public Credentials credentials() {
        return credentials;
    }

    /// The briefs as packed.
    public Briefs briefs() {
        return briefs;
    }
}
