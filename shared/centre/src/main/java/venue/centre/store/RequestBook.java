package venue.centre.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import venue.crypto.Bytes;

/// Two books that are only written on: what was asked of the centre (审计) and what must not be
/// (告警), with the proof beside it.
public final class RequestBook {

    /// A line of the audit.
    public record Line(Instant at, Optional<String> device, Optional<String> certificate,
            String method, String path, int status, String code) {}

    /// Something a person has to look into.
    public record Alarm(Instant at, String device, String code, String detail) {}

    private final Database database;

    public RequestBook(Database database) {
        this.database = database;
    }

    /// Writes down a request and what became of it.
    public void note(Line line) {
        database.write(c -> Database.run(c, """
                INSERT INTO audit(at, device, certificate, method, path, status, code)
                VALUES(?,?,?,?,?,?,?)""", line.at().toString(), line.device().orElse(null),
                line.certificate().orElse(null), line.method(), line.path(), line.status(),
                line.code()));
    }

    /// The last lines of the audit, the newest first.
    public List<Line> last(int count) {
        return database.read(c -> Database.rows(c,
                "SELECT at, device, certificate, method, path, status, code FROM audit"
                        + " ORDER BY id DESC LIMIT ?",
                row -> new Line(Instant.parse(row.getString(1)),
                        Optional.ofNullable(row.getString(2)),
                        Optional.ofNullable(row.getString(3)), row.getString(4),
                        row.getString(5), row.getInt(6), row.getString(7)),
                count));
    }

    /// Raises an alarm; the same one is not raised twice in a row.
    public void alarm(Alarm alarm, @Nullable Bytes proof) {
        database.write(c -> {
            var last = Database.one(c,
                    "SELECT code || detail FROM alarm WHERE device = ? ORDER BY id DESC LIMIT 1",
                    row -> row.getString(1), alarm.device());
            if (last.isPresent() && last.get().equals(alarm.code() + alarm.detail())) {
                return 0;
            }
            return Database.run(c,
                    "INSERT INTO alarm(at, device, code, detail, proof) VALUES(?,?,?,?,?)",
                    alarm.at().toString(), alarm.device(), alarm.code(), alarm.detail(),
                    proof == null ? null : proof.array());
        });
    }

    /// All alarms, the oldest first.
    public List<Alarm> alarms() {
        return database
                .read(c -> Database.rows(c,
                        "SELECT at, device, code, detail FROM alarm ORDER BY id",
                        row -> new Alarm(Instant.parse(row.getString(1)), row.getString(2),
                                row.getString(3), row.getString(4))));
    }
}
