package venue.centre.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import venue.domain.base.DeviceId;
import venue.sync.wire.Task;

/// Which file waits for which device, and who brought each blob.
public final class TaskStore {

    /// A blob that is complete.
    public record Blob(String sha256, long size) {}

    private final Database database;

    public TaskStore(Database database) {
        this.database = database;
    }

    /// A blob is here, whole and checked.
    public void keep(Blob blob, String broughtBy, Instant at) {
        database.write(c -> {
            Database.run(c, "INSERT INTO blob VALUES(?,?,?) ON CONFLICT(sha256) DO NOTHING",
                    blob.sha256(), blob.size(), at.toString());
            return Database.run(c, "INSERT INTO blob_device VALUES(?,?) ON CONFLICT DO NOTHING",
                    blob.sha256(), broughtBy);
        });
    }

    /// The blob with this hash.
    public Optional<Blob> blob(String sha256) {
        return database.read(c -> Database.one(c,
                "SELECT sha256, size FROM blob WHERE sha256 = ?",
                row -> new Blob(row.getString(1), row.getLong(2)), sha256));
    }

    /// Lays `task` ready for `devices`; the same task again only adds devices.
    public void assign(Task task, Collection<DeviceId> devices, Instant at) {
        database.write(c -> {
            Database.run(c, """
                    INSERT INTO task VALUES(?,?,?,?,?,?,?,?,?) ON CONFLICT(id) DO NOTHING""",
                    task.id(), task.kind(), task.tender(), task.title(), task.name(), task.size(),
                    task.sha256(), task.from(), at.toString());
            for (var device : devices) {
                Database.run(c, "INSERT INTO task_device VALUES(?,?) ON CONFLICT DO NOTHING",
                        task.id(), device.value());
            }
            return task;
        });
    }

    /// What waits for `device`, the oldest first.
    public List<Task> of(DeviceId device) {
        return database.read(c -> Database.rows(c, """
                SELECT t.* FROM task t JOIN task_device d ON d.task = t.id WHERE d.device = ?
                ORDER BY t.at, t.id""", TaskStore::task, device.value()));
    }

    /// Whether `device` may read the blob: it brought it, or a task of its own names it.
    public boolean mayRead(DeviceId device, String sha256) {
        return database.read(c -> Database.one(c, """
                SELECT 1 FROM blob_device WHERE sha256 = ?1 AND device = ?2
                UNION ALL SELECT 1 FROM task t JOIN task_device d ON d.task = t.id
                WHERE t.sha256 = ?1 AND d.device = ?2 LIMIT 1""", row -> row.getInt(1), sha256,
                device.value())).isPresent();
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(row.getString("id"), row.getString("kind"), row.getString("tender"),
                row.getString("title"), row.getString("name"), row.getLong("size"),
                row.getString("sha256"), row.getString("origin"));
    }
}
