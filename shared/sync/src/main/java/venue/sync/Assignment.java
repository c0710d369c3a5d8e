package venue.sync;

import venue.domain.base.Digest;
import venue.domain.base.TenderId;
import venue.sync.wire.Malformed;
import venue.sync.wire.Task;

/// One file that the centre holds ready for a station (任务文件): a project package, a sealed bid, a
/// handover from another room.
///
/// @param kind `project`, `bid`, `handover`, `evidence` or `archive`
/// @param title what a clerk reads in the list
/// @param name the file's own name
/// @param from who handed it over: a device, or `centre`
public record Assignment(String id, String kind, TenderId tender, String title, String name,
        long size, Digest sha256, String from) {

    /// What [#from] says of files that the centre itself hands out.
    public static final String CENTRE = "centre";

    public Assignment {
        require(id.matches("[A-Za-z0-9._-]{1,80}"), "id", id);
        require(kind.matches("[a-z-]{1,40}"), "kind", kind);
        require(from.matches("[a-z0-9-]{1,40}"), "from", from);
        require(isFileName(name), "name", name);
        require(!title.isBlank() && title.length() <= 400, "title", title);
        require(size >= 0, "size", Long.toString(size));
    }

    /// Whether `name` can be a file of its own in a folder and nothing else.
    public static boolean isFileName(String name) {
        return !name.isBlank() && name.length() <= 120 && !name.startsWith(".")
                && name.chars().noneMatch(c -> c < 0x20 || "/\\:*?\"<>|".indexOf(c) >= 0);
    }

    /// The id of a file for a tender: the same file under the same kind is the same task.
    public static String idOf(String kind, TenderId tender, Digest sha256) {
        return kind + "-" + tender.value() + "-" + sha256.hex().substring(0, 16);
    }

    /// From the wire; [Malformed] when a field is not what it should be.
    static Assignment of(Task task) {
        try {
            return new Assignment(task.id(), task.kind(), new TenderId(task.tender()),
                    task.title(), task.name(), task.size(), new Digest(task.sha256()),
                    task.from());
        } catch (IllegalArgumentException e) {
            throw new Malformed("not an assignment: " + task.id(), e);
        }
    }

    private static void require(boolean holds, String field, String value) {
        if (!holds) {
            throw new IllegalArgumentException("not the " + field + " of a task: " + value);
        }
    }
}
