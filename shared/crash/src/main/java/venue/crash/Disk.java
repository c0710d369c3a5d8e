package venue.crash;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import venue.crash.Trace.Act;

/// A disk with its cache (带缓存的磁盘): replays a trace and knows of every file and folder what is
/// durable and what is only pending. A file's bytes become durable when the file is forced, a name
/// when its folder is; a rename is one step in both its folders.
final class Disk {

    /// A file or a folder.
    sealed interface Node permits DiskFile, DiskFolder {}

    private final Path top;
    private final Mutant mutant;
    private final DiskFolder root = new DiskFolder();
    private final Map<Long, Node> open = new HashMap<>();
    private final Map<Node, Path> names = new HashMap<>();
    private @Nullable DiskFile wal;
    private boolean walForced;

    Disk(Path top, Mutant mutant) {
        this.top = top;
        this.mutant = mutant;
        names.put(root, top);
    }

    DiskFolder root() {
        return root;
    }

    /// The folder that has this name at the moment.
    Optional<DiskFolder> folderAt(Path path) {
        return folder(path).now().get(name(path)) instanceof DiskFolder found
                ? Optional.of(found)
                : Optional.empty();
    }

    /// Does one act.
    void apply(Act act) {
        switch (act) {
            case Act.Began _ -> open.clear();
            case Act.Opened opened -> open(opened);
            case Act.Written written -> {
                var file = file(written.handle());
                believeCheckpoint(file);
                file.change(new DiskFile.Write(written.at(), written.data()));
            }
            case Act.Sized sized -> file(sized.handle()).change(new DiskFile.Size(sized.size()));
            case Act.Forced forced -> force(node(forced.handle()));
            case Act.Renamed renamed -> rename(renamed.from(), renamed.to());
            case Act.Linked linked -> set(linked.to(), now(linked.from()));
            case Act.Removed removed -> set(removed.path(), null);
            case Act.FolderMade made -> set(made.path(), new DiskFolder());
            case Act.Told _ -> {
                // words change no disk
            }
            case Act.Mapped mapped -> {
                if (!isVolatile(mapped.path())) {
                    throw new IllegalStateException("written through memory: " + mapped.path());
                }
            }
        }
    }

    private void open(Act.Opened opened) {
        var path = opened.path();
        var known = path.equals(top) ? root : folder(path).now().get(name(path));
        Node node;
        if (known == null) {
            if (!opened.creates()) {
                throw new IllegalStateException("opened, but never made: " + path);
            }
            node = new DiskFile(isVolatile(path));
            set(path, node);
        } else {
            node = known;
            if (opened.empties() && node instanceof DiskFile file) {
                file.change(new DiskFile.Size(0));
            }
        }
        if (node instanceof DiskFile file && name(path).endsWith("-wal")) {
            wal = file;
        }
        open.put(opened.handle(), node);
    }

    private void force(Node node) {
        switch (node) {
            case DiskFolder folder -> {
                if (mutant != Mutant.DIR_FSYNC_IGNORED) {
                    folder.force();
                }
            }
            case DiskFile file -> {
                var path = String.valueOf(names.get(file));
                if (mutant == Mutant.WAL_FSYNC_IGNORED && file == wal) {
                    walForced = true;
                } else if (mutant != Mutant.BLOB_FSYNC_IGNORED || !path.contains("/blobs/")) {
                    file.force();
                }
            }
        }
    }

    /// With `synchronous=NORMAL` the log is forced before its pages go to the database, and only
    /// then: a forcing is believed once the database is written right after it.
    private void believeCheckpoint(DiskFile written) {
        var log = wal;
        if (walForced && log != null && written != log && name(path(written)).endsWith(".db")) {
            log.force();
        }
        if (written == log) {
            walForced = false;
        }
    }

    private void rename(Path from, Path to) {
        var node = now(from);
        var turn = new DiskFolder.Turn(List.of(
                new DiskFolder.Part(folder(from), name(from), null),
                new DiskFolder.Part(folder(to), name(to), node)));
        turn.begin();
        names.put(node, to);
    }

    private void set(Path path, @Nullable Node node) {
        new DiskFolder.Turn(List.of(new DiskFolder.Part(folder(path), name(path), node))).begin();
        if (node != null) {
            names.put(node, path);
        }
    }

    private Path path(Node node) {
        var path = names.get(node);
        if (path == null) {
            throw new IllegalStateException("a node without a name");
        }
        return path;
    }

    private Node now(Path path) {
        var node = folder(path).now().get(name(path));
        if (node == null) {
            throw new IllegalStateException("not there: " + path);
        }
        return node;
    }

    private DiskFolder folder(Path path) {
        var folder = root;
        var names = new ArrayList<Path>();
        top.relativize(path).forEach(names::add);
        for (var name : names.subList(0, names.size() - 1)) {
            if (!(folder.now().get(name.toString()) instanceof DiskFolder inner)) {
                throw new IllegalStateException("no folder for " + path);
            }
            folder = inner;
        }
        return folder;
    }

    private DiskFile file(long handle) {
        if (node(handle) instanceof DiskFile file) {
            return file;
        }
        throw new IllegalStateException("a folder was written to");
    }

    private Node node(long handle) {
        var node = open.get(handle);
        if (node == null) {
            throw new IllegalStateException("handle " + handle + " was never opened");
        }
        return node;
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /// SQLite's shared index of the log lives in memory and is rebuilt after a crash.
    private static boolean isVolatile(Path path) {
        return name(path).endsWith("-shm");
    }
}
