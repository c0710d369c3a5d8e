package venue.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A folder: names that survive a power cut, and changes of names that may or may not.
final class DiskFolder implements Disk.Node {

    private final Map<String, Disk.Node> now = new TreeMap<>();
    private final Map<String, Disk.Node> durable = new TreeMap<>();
    private final List<Turn> pending = new ArrayList<>();

    /// What one step does to one name; without a node the name goes.
    record Part(DiskFolder folder, String name, Disk.@Nullable Node node) {

        void apply(Map<String, Disk.Node> names) {
            if (node == null) {
                names.remove(name);
            } else {
                names.put(name, node);
            }
        }
    }

    /// A step that changes names, in one folder or, for a rename, in two at once.
    static final class Turn {

        private final List<Part> parts;

        Turn(List<Part> parts) {
            this.parts = parts;
        }

        List<Part> parts() {
            return parts;
        }

        /// The folder whose forcing this step waits for.
        DiskFolder home() {
            return parts.getLast().folder();
        }

        void begin() {
            for (var part : parts) {
                part.apply(part.folder().now);
                if (!part.folder().pending.contains(this)) {
                    part.folder().pending.add(this);
                }
            }
        }

        private void settle() {
            for (var part : parts) {
                part.apply(part.folder().durable);
                part.folder().pending.remove(this);
            }
        }
    }

    Map<String, Disk.Node> now() {
        return now;
    }

    Map<String, Disk.Node> durable() {
        return durable;
    }

    List<Turn> pending() {
        return pending;
    }

    void force() {
        List.copyOf(pending).forEach(Turn::settle);
    }
}
