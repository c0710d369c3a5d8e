package venue.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One call that goes wrong (故障注入): the `at`-th of its kind below a folder.
///
/// @param kind as `diskwatch.c` names it
/// @param what `EIO`, `ENOSPC`, `SHORT` (half of it is written) or `KILL`; with `+` all later ones
/// fail, too
record Fault(String kind, long at, String what) {

    static final List<String> KINDS = List.of("fsync", "write", "rename", "truncate", "create",
            "mkdir", "unlink");
    /// Far beyond any count: arms only the counting.
    private static final long NEVER = 1_000_000_000;

    static Fault none() {
        return new Fault("fsync", NEVER, "EIO");
    }

    static Fault parse(String text) {
        var parts = text.split("-", -1);
        return new Fault(parts[0], Long.parseLong(parts[1]), parts[2]);
    }

    String text() {
        return kind + "-" + at + "-" + what;
    }

    /// From now on calls below `folder` are counted, and this one fails.
    void arm(Path folder) throws IOException {
        ask(folder.resolve(".arm-" + text()));
    }

    /// Ends that.
    ///
    /// @return how often it struck (`fired`), and how many calls of each kind there were
    static Map<String, Long> disarm(Path folder) throws IOException {
        var counts = new HashMap<String, Long>();
        for (var word : ask(folder.resolve(".disarm")).split(" ", -1)) {
            var pair = word.split("=", -1);
            counts.put(pair[0], Long.parseLong(pair[1]));
        }
        return counts;
    }

    /// Opening the file is the request; without the watcher there is no such file.
    private static String ask(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    /// Every fault that can be made of so many calls of each kind, every `stride`-th of them.
    static List<Fault> sweep(Map<String, Long> counts, int stride) {
        var faults = new ArrayList<Fault>();
        for (var kind : KINDS) {
            long count = counts.getOrDefault(kind, 0L);
            for (long at = 1; at <= count; at++) {
                for (var what : whats(kind)) {
                    faults.add(new Fault(kind, at, what));
                }
            }
        }
        var some = new ArrayList<Fault>();
        for (int i = 0; i < faults.size(); i += stride) {
            some.add(faults.get(i));
        }
        return some;
    }

    private static List<String> whats(String kind) {
        return switch (kind) {
            case "fsync" -> List.of("EIO", "EIO+");
            case "write" -> List.of("EIO", "ENOSPC", "ENOSPC+", "SHORT");
            case "create", "mkdir" -> List.of("EIO", "ENOSPC");
            default -> List.of("EIO");
        };
    }
}
