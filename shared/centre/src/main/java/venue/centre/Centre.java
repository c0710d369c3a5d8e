package venue.centre;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import venue.centre.http.House;
import venue.centre.http.Https;
import venue.centre.http.StatusPage;
import venue.centre.store.BlobFiles;
import venue.centre.store.Database;
import venue.centre.store.LogStore;
import venue.centre.store.Registry;
import venue.centre.store.RequestBook;
import venue.centre.store.TaskStore;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.crypto.Hashes;
import venue.domain.base.DeviceId;
import venue.domain.base.Digest;
import venue.domain.base.TenderId;
import venue.journal.Origin;
import venue.sync.Assignment;
import venue.sync.wire.Task;

/// The central server (中心服务器), which is also the room hub (机房节点): takes in the logs of all
/// workstations and countersigns them, hands out files, and tells each device only what it may
/// know.
public final class Centre implements AutoCloseable {

    private final Database database;
    private final House house;
    private final BlobFiles blobs;
    private final Https https;

    private Centre(Database database, House house, BlobFiles blobs, Https https) {
        this.database = database;
        this.house = house;
        this.blobs = blobs;
        this.https = https;
    }

    /// Makes the identity of a new centre from a TLS key file that an authority of the venue
    /// issued.
    ///
    /// @param tls PKCS#12; the certificate names the hosts and addresses by which devices call it
    /// @param deviceAuthorities who issues the certificates of devices
    public static CentreIdentity enrol(Path dir, char[] pin, Bytes tls, char[] tlsPin,
            List<Certificate> deviceAuthorities) {
        return CentreIdentity.create(dir, pin, tls, tlsPin, deviceAuthorities);
    }

    /// Starts the centre on `port` (0: any that is free), by the system's clock.
    ///
    /// @throws CentreFailure PORT_BUSY, DATA_READ_ONLY, DATA_IN_USE, LIST_BROKEN …
    public static Centre start(Path dataDir, int port, CentreIdentity identity) {
        return start(dataDir, port, identity, InstantSource.system());
    }

    /// The same by another clock, for a rehearsal.
    public static Centre start(Path dataDir, int port, CentreIdentity identity,
            InstantSource clock) {
        requireWritable(dataDir);
        var database = Database.open(dataDir.resolve("centre.db"));
        try {
            var files = new BlobFiles(dataDir.resolve("blobs"));
            var house = new House(identity, clock, new Registry(database),
                    new LogStore(database, identity.sealing()), new TaskStore(database),
                    new RequestBook(database), files);
            var https = Https.start(house, port, dataDir);
            try {
                var centre = new Centre(database, house, files, https);
                new Lists(dataDir).apply(centre);
                return centre;
            } catch (CentreFailure e) {
                https.close();
                throw e;
            }
        } catch (CentreFailure e) {
            database.close();
            throw e;
        }
    }

    private static void requireWritable(Path dir) {
        try {
            Files.createDirectories(dir.resolve("blobs").resolve("incoming"));
            Files.delete(Files.createTempFile(dir, "probe", ".tmp"));
        } catch (IOException e) {
            throw new CentreFailure(CentreFailure.DATA_READ_ONLY, e, dir);
        }
    }

    /// Where devices reach it, seen from this machine.
    public URI uri() {
        return URI.create("https://localhost:" + https.port());
    }

    /// The duty officer's page, on this machine only.
    public URI dutyPage() {
        return URI.create("http://127.0.0.1:" + https.dutyPort() + "/");
    }

    /// Who it is.
    public CentreIdentity identity() {
        return house.identity();
    }

    /// Lets a device in, or changes what is known of it.
    public void admit(Device device) {
        house.registry().admit(device, now());
    }

    /// All admitted devices.
    public List<Device> devices() {
        return house.registry().all().stream().map(Registry.Contact::device).toList();
    }

    /// Lays a file ready for `devices` and copies it into the centre's store.
    public Assignment assign(TenderId tender, String kind, String title, Path file,
            Collection<DeviceId> devices) {
        if (!Files.isReadable(file)) {
            throw new CentreFailure(CentreFailure.FILE_UNREADABLE, null, file);
        }
        var sums = Hashes.both(file);
        var hash = new Digest(sums.sha256());
        var task = new Assignment(Assignment.idOf(kind, tender, hash), kind, tender, title,
                String.valueOf(file.getFileName()), sums.size(), hash, Assignment.CENTRE);
        assign(task, file, devices);
        return task;
    }

    /// Lays a file ready for every device that works on its tender.
    public void assign(Assignment task, Path file) {
        assign(task, file, devices().stream()
                .filter(device -> device.tenders().contains(task.tender())).map(Device::id)
                .toList());
    }

    /// Lays a file ready for `devices`; it must be the file that the task says.
    public void assign(Assignment task, Path file, Collection<DeviceId> devices) {
        try {
            blobs.copy(file, task.sha256());
        } catch (IOException e) {
            throw new CentreFailure(CentreFailure.FILE_UNREADABLE, e, file);
        }
        house.tasks().keep(new TaskStore.Blob(task.sha256().hex(), task.size()),
                Assignment.CENTRE, now());
        house.tasks().assign(new Task(task.id(), task.kind(), task.tender().value(), task.title(),
                task.name(), task.size(), task.sha256().hex(), task.from()), devices, now());
    }

    /// How many leaves of a log are held here.
    public long size(Origin origin) {
        return house.logs().size(origin);
    }

    /// The exact bytes of one leaf, if it is held here.
    public Optional<Bytes> leaf(Origin origin, long seq) {
        return house.logs().leaf(origin, seq);
    }

    /// The size of the last checkpoint of a log that was countersigned.
    public long countersigned(Origin origin) {
        return house.logs().newest(origin.name()).map(LogStore.Countersigned::size).orElse(0L);
    }

    /// What a person has to look into, the oldest first: `device code detail`.
    public List<String> alarms() {
        return house.book().alarms().stream()
                .map(alarm -> alarm.device() + " " + alarm.code() + " " + alarm.detail()).toList();
    }

    /// The last lines of the request book, the newest first: `device method path status code`.
    public List<String> audit(int count) {
        return house.book().last(count).stream()
                .map(line -> line.device().orElse("-") + " " + line.method() + " " + line.path()
                        + " " + line.status() + " " + line.code())
                .toList();
    }

    /// The duty officer's page.
    public String statusPage() {
        return new StatusPage(house).html();
    }

    private Instant now() {
        return house.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// Stops listening and moves everything into the database file.
    @Override
    public void close() {
        https.close();
        database.close();
    }
}
