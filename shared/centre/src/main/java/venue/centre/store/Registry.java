package venue.centre.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import venue.centre.Device;
import venue.crypto.Bytes;
import venue.domain.base.DeviceId;
import venue.domain.base.TenderId;
import venue.sync.DeviceKind;

/// Who is let in. A certificate that stands here nowhere gets nothing, whoever issued it.
public final class Registry {

    /// When a device was last heard, and with which program.
    ///
    /// @param claimed how long its own log was then
    public record Contact(Device device, Optional<Instant> at, Optional<String> software,
            Optional<Long> claimed) {}

    private static final String ALL = "SELECT id, kind, room, key, certificate, contact, software,"
            + " claimed FROM device";

    private final Database database;

    public Registry(Database database) {
        this.database = database;
    }

    /// Lets `device` in, or changes what is known of it.
    public void admit(Device device, Instant at) {
        database.write(c -> {
            Database.run(c, """
                    INSERT INTO device(id, kind, room, key, certificate, admitted)
                    VALUES(?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET kind = excluded.kind,
                    room = excluded.room, key = excluded.key,
                    certificate = excluded.certificate""", device.id().value(),
                    device.kind().name(), device.room(), device.key().base64(),
                    device.certificate(), at.toString());
            Database.run(c, "DELETE FROM device_tender WHERE device = ?", device.id().value());
            for (var tender : device.tenders()) {
                Database.run(c, "INSERT INTO device_tender VALUES(?,?)", device.id().value(),
                        tender.value());
            }
            return device;
        });
    }

    /// The device whose certificate has this hash.
    public Optional<Device> byCertificate(String sha256) {
        return database.read(c -> Database.one(c, ALL + " WHERE certificate = ?",
                row -> device(c, row), sha256));
    }

    /// The device called `id`.
    public Optional<Device> byId(DeviceId id) {
        return database.read(
                c -> Database.one(c, ALL + " WHERE id = ?", row -> device(c, row), id.value()));
    }

    /// All devices, by name.
    public List<Contact> all() {
        return database.read(c -> Database.rows(c, ALL + " ORDER BY id", row -> contact(c, row)));
    }

    /// Those who work on a lot together with `device`, itself included.
    public List<Device> neighbours(Device device) {
        return all().stream().map(Contact::device)
                .filter(other -> other.id().equals(device.id()) || device.shares(other)).toList();
    }

    /// The device has spoken.
    public void heard(DeviceId device, String software, long claimed, Instant at) {
        database.write(
                c -> Database.run(c,
                        "UPDATE device SET contact = ?, software = ?, claimed = ? WHERE id = ?",
                        at.toString(), software, claimed, device.value()));
    }

    private static Contact contact(Connection c, ResultSet row) throws SQLException {
        return new Contact(device(c, row),
                Optional.ofNullable(row.getString("contact")).map(Instant::parse),
                Optional.ofNullable(row.getString("software")),
                Optional.ofNullable(row.getString("claimed")).map(Long::parseLong));
    }

    private static Device device(Connection c, ResultSet row) throws SQLException {
        var id = row.getString("id");
        Set<TenderId> tenders = new HashSet<>(
                Database.rows(c, "SELECT tender FROM device_tender WHERE device = ?",
                        each -> new TenderId(each.getString(1)), id));
        return new Device(new DeviceId(id), DeviceKind.valueOf(row.getString("kind")),
                row.getString("room"), Bytes.fromBase64(row.getString("key")),
                row.getString("certificate"), tenders);
    }
}
