package venue.verifier.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import venue.crypto.Bytes;
import venue.verifier.VerifierKey;

/// One device's exported log: exact leaves, contents, signed checkpoints, countersignatures.
///
/// @param name `device-g1`
/// @param device the workstation
/// @param checkpoints the newest of each tree
/// @param key the workstation's key as the export gives it; no trust follows from it
/// @param receipts countersigned checkpoints, also earlier ones
public record LogFolder(String name, String device, int generation, List<Row> rows,
        Map<Tree, Checkpoint> checkpoints, List<Checkpoint> receipts, Optional<VerifierKey> key,
        Optional<VerifierKey> sm2Key) {

    private static final Pattern NAME = Pattern
            .compile("journals/(([a-z0-9-]{1,40})-g([1-9][0-9]{0,5}))/leaves\\.jsonl");

    /// A leaf with its content, which may be withheld.
    public record Row(Bytes bytes, Leaf leaf, Optional<Bytes> payload) {}

    /// The names of the logs in `archive`.
    public static List<String> names(ArchiveFile archive) {
        return archive.names("journals/").stream().map(NAME::matcher).filter(m -> m.matches())
                .map(m -> m.group(1)).toList();
    }

    /// Reads the log called `name`.
    public static LogFolder read(ArchiveFile archive, String name) {
        var folder = "journals/" + name + "/";
        var match = NAME.matcher(folder + "leaves.jsonl");
        if (!match.matches()) {
            throw new Unreadable(folder);
        }
        var checkpoints = new EnumMap<Tree, Checkpoint>(Tree.class);
        checkpoints.put(Tree.SHA256, note(archive, folder + "checkpoint.txt"));
        checkpoints.put(Tree.SM3, note(archive, folder + "checkpoint-sm3.txt"));
        var receipts = archive.names(folder + "receipts/").stream().map(n -> note(archive, n))
                .toList();
        return new LogFolder(name, match.group(2), Integer.parseInt(match.group(3)),
                rows(archive, folder), checkpoints, receipts, key(archive, folder + "vkey.txt"),
                key(archive, folder + "vkey-sm2.txt"));
    }

    private static Optional<VerifierKey> key(ArchiveFile archive, String name) {
        return archive.has(name)
                ? Optional.of(VerifierKey.parse(text(archive, name)))
                : Optional.empty();
    }

    private static List<Row> rows(ArchiveFile archive, String folder) {
        var leaves = lines(archive.bytes(folder + "leaves.jsonl"));
        var payloads = lines(archive.bytes(folder + "payloads.jsonl"));
        if (leaves.size() != payloads.size()) {
            throw new Unreadable(folder + "payloads.jsonl: " + payloads.size() + " / "
                    + leaves.size());
        }
        var rows = new ArrayList<Row>();
        for (int i = 0; i < leaves.size(); i++) {
            var content = payloads.get(i);
            try {
                rows.add(new Row(Bytes.of(leaves.get(i)), Leaf.parse(leaves.get(i)),
                        content.length == 0 ? Optional.empty() : Optional.of(Bytes.of(content))));
            } catch (Unreadable e) {
                throw new Unreadable(folder + "leaves.jsonl:" + (i + 1) + " " + e.what(), e);
            }
        }
        return List.copyOf(rows);
    }

    /// Lines ended by LF, as bytes.
    private static List<byte[]> lines(byte[] file) {
        var lines = new ArrayList<byte[]>();
        int from = 0;
        for (int i = 0; i < file.length; i++) {
            if (file[i] == '\n') {
                lines.add(java.util.Arrays.copyOfRange(file, from, i));
                from = i + 1;
            }
        }
        if (from != file.length) {
            throw new Unreadable("the last line is not ended");
        }
        return lines;
    }

    private static Checkpoint note(ArchiveFile archive, String name) {
        try {
            return Checkpoint.parse(text(archive, name));
        } catch (Unreadable e) {
            throw new Unreadable(name + ": " + e.what(), e);
        }
    }

    private static String text(ArchiveFile archive, String name) {
        return new String(archive.bytes(name), StandardCharsets.UTF_8);
    }

    /// The exact leaves.
    public List<byte[]> leaves() {
        return rows.stream().map(row -> row.bytes().array()).toList();
    }

    /// The newest checkpoint of a tree.
    public Checkpoint checkpoint(Tree tree) {
        var checkpoint = checkpoints.get(tree);
        if (checkpoint == null) {
            throw new Absent("missing", name + " " + tree);
        }
        return checkpoint;
    }

    /// The origin line that its checkpoints must have.
    public String origin(Tree tree) {
        return "venue.hall/dev/" + device + "/g" + generation + tree.suffix();
    }
}
