package venue.centre;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import venue.crypto.Authority;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.crypto.Suite;
import venue.crypto.Token;
import venue.domain.base.DeviceId;
import venue.domain.base.Fact;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.base.TenderId;
import venue.journal.Author;
import venue.journal.Families;
import venue.journal.Journal;
import venue.journal.JournalKeys;
import venue.journal.Leaf;
import venue.journal.LogRange;
import venue.sync.Courier;
import venue.sync.DeviceKind;
import venue.sync.Link;
import venue.sync.Round;

/// A venue for tests: a real centre behind TLS, and desks with real journals.
final class Venue implements AutoCloseable {

    static final TenderId LOT = new TenderId("A2101010001000001001001");
    static final TenderId OTHER_LOT = new TenderId("A2101010001000002001001");
    static final char[] PIN = "12345678".toCharArray();
    static final Families FAMILIES = Families
            .of(Map.of("opening", HallEvent.class, "evaluation", RoomEvent.class));
    static final Courier.Pace FAST = new Courier.Pace(Duration.ofMillis(50),
            Duration.ofMillis(20), Duration.ofMillis(200));

    static final Instant ISSUED = Instant.parse("2026-01-01T00:00:00Z");
    private static final DeviceAuthority AUTHORITY = DeviceAuthority.create("Test authority",
            ISSUED);
    static final Bytes CENTRE_KEYS = AUTHORITY
            .issueCentre(List.of("localhost", "127.0.0.1"), PIN, ISSUED);
    private static final Map<String, Bytes> KEYS = new ConcurrentHashMap<>();
    private static final Authority PEOPLE = Authority.root(Suite.SM, "Test people", ISSUED,
            ISSUED.plus(Duration.ofDays(3650)));
    private static final Map<String, Token> TOKENS = new ConcurrentHashMap<>();

    final Path dir;
    final CentreIdentity identity;
    private final Map<String, JournalKeys> journalKeys = new HashMap<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    Centre centre;

    Venue(Path dir) {
        this.dir = dir;
        this.identity = Centre.enrol(dir.resolve("centre"), PIN, CENTRE_KEYS, PIN,
                List.of(AUTHORITY.certificate()));
        this.centre = Centre.start(dir.resolve("centre"), 0, identity);
    }

    /// Stops the centre and starts it again on the same port and data.
    void restart() {
        int port = centre.uri().getPort();
        centre.close();
        centre = Centre.start(dir.resolve("centre"), port, identity);
    }

    static Bytes keys(String device) {
        return KEYS.computeIfAbsent(device,
                name -> AUTHORITY.issue(new DeviceId(name), PIN, ISSUED));
    }

    static Certificate authority() {
        return AUTHORITY.certificate();
    }

    JournalKeys journalKeys(String device) {
        return journalKeys.computeIfAbsent(device, _ -> JournalKeys.fresh());
    }

    /// The SHA-256 of the certificate in a key file.
    static String certificate(Bytes keys) {
        try {
            var store = java.security.KeyStore.getInstance("PKCS12");
            store.load(new java.io.ByteArrayInputStream(keys.array()), PIN);
            return Bytes.of(store.getCertificate(store.aliases().nextElement()).getEncoded())
                    .sha256();
        } catch (IOException | java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void admit(String device, DeviceKind kind, String room, TenderId... tenders) {
        centre.admit(new Device(new DeviceId(device), kind, room,
                journalKeys(device).device().pub(), certificate(keys(device)), Set.of(tenders)));
    }

    /// An admitted desk with its journal.
    Desk desk(String device, DeviceKind kind, String room) {
        admit(device, kind, room, LOT);
        return desk(device, dir.resolve(device));
    }

    /// A person's token.
    static Token token(String person) {
        return TOKENS.computeIfAbsent(person,
                id -> new KeyToken(PEOPLE.issue(new Authority.Subject(id, "venue", id),
                        Authority.Use.BOTH, ISSUED, ISSUED.plus(Duration.ofDays(3650)))));
    }

    /// The desk whose journal lies in `folder`, where the host has signed in.
    Desk desk(String device, Path folder) {
        var desk = unattended(device, folder);
        desk.journal.certify(new Author(new PersonId("P-HOST"), "host", Role.HOST,
                Author.NO_TENDER), token("P-HOST"));
        return desk;
    }

    /// The desk whose journal lies in `folder`, where nobody has signed in.
    Desk unattended(String device, Path folder) {
        var journal = Journal.open(folder, journalKeys(device), new DeviceId(device),
                InstantSource.system(), _ -> {}, FAMILIES);
        var desk = new Desk(device, journal, this);
        open.add(desk);
        return desk;
    }

    @Override
    public void close() {
        for (var each : open.reversed()) {
            try {
                each.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        centre.close();
    }

    /// One desk of the venue.
    static final class Desk implements AutoCloseable {

        final Journal journal;
        private final String device;
        private final Venue venue;
        private final List<Courier> couriers = new ArrayList<>();

        Desk(String device, Journal journal, Venue venue) {
            this.device = device;
            this.journal = journal;
            this.venue = venue;
        }

        Courier courier() {
            return courier(venue.centre.uri());
        }

        Courier courier(URI centre) {
            var link = Link.to(centre, keys(device), PIN, List.of(authority()))
                    .witness(venue.identity.witness());
            var courier = new Courier(journal, link, InstantSource.system(), FAST);
            couriers.add(courier);
            return courier;
        }

        void write(Fact fact) {
            write(LOT, fact);
        }

        void write(TenderId tender, Fact fact) {
            journal.append(new Author(new PersonId("P-HOST"), "host", Role.HOST, tender),
                    List.of(fact));
        }

        void announce(String text) {
            write(new HallEvent.Announced(text, now()));
        }

        void note(String text) {
            write(new RoomEvent.Noted(text, now()));
        }

        /// The facts that this desk knows of the lot.
        List<Fact> facts() {
            return journal.entries(LOT).stream().map(entry -> entry.fact()).toList();
        }

        @Override
        public void close() {
            couriers.forEach(Courier::close);
            journal.close();
        }
    }

    static Instant now() {
        return Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    }

    static Round round(Courier courier) {
        try {
            return courier.round().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | java.util.concurrent.ExecutionException
                | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether the centre holds exactly the leaves of the desk's own log.
    boolean holdsAllOf(Journal journal) {
        var origin = journal.origin();
        if (centre.size(origin) != journal.size()) {
            return false;
        }
        LogRange range = journal.range(origin, 0, 100_000, venue.journal.Audience.EVERYBODY);
        for (int seq = 0; seq < range.items().size(); seq++) {
            var leaf = range.items().get(seq).leaf();
            if (!centre.leaf(origin, seq).orElseThrow().equals(leaf)
                    || Leaf.parse(leaf.array()).seq() != seq) {
                return false;
            }
        }
        return range.items().size() == journal.size();
    }
}
