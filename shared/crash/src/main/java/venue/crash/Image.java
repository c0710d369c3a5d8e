package venue.crash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// What a disk may look like after the power went (断电镜像): all that is durable, and of the rest
/// what chance left. Every choice comes from the seed.
final class Image {

    static final int SECTOR = 512;
    private static final int TORN_KEPT_PERCENT = 60;

    /// What became of the pending changes of a file or folder.
    enum Fate {
        /// Nothing arrived.
        NONE,
        /// Everything arrived.
        ALL,
        /// Some arrived, in no order.
        SUBSET,
        /// The first ones arrived.
        BEGINNING,
        /// Sectors of 512 bytes arrived (of a folder: some names).
        TORN,
        /// Each file and folder has a fate of its own.
        MIXED
    }

    private final SplittableRandom chance;
    private final Fate fate;
    private final Map<DiskFolder.Turn, Boolean> kept = new HashMap<>();
    private final Map<DiskFile, byte[]> contents = new HashMap<>();
    private final List<DiskFolder> folders = new ArrayList<>();

    private Image(SplittableRandom chance, Fate fate) {
        this.chance = chance;
        this.fate = fate;
    }

    /// Half of all images are mixed; the plain ones are the most telling when they fail.
    private static Fate draw(SplittableRandom chance) {
        return chance.nextBoolean()
                ? Fate.MIXED
                : Fate.values()[chance.nextInt(Fate.values().length - 1)];
    }

    /// Where the power goes: anywhere, or (every fourth) just after something was told.
    static int cut(Trace trace, SplittableRandom chance) {
        int anywhere = chance.nextInt(trace.acts().size() + 1);
        return chance.nextInt(4) == 0 ? trace.nextTold(anywhere).orElse(anywhere) : anywhere;
    }

    /// Writes the state of `disk` into the new folder `target` and tells the fate.
    static Fate write(Disk disk, SplittableRandom chance, Path target) throws IOException {
        var image = new Image(chance, draw(chance));
        image.decide(disk.root());
        image.write(disk.root(), target);
        return image.fate;
    }

    /// Writes only what is durable below `folder` into the new folder `target`.
    static void writeDurable(DiskFolder folder, Path target) throws IOException {
        new Image(new SplittableRandom(0), Fate.NONE).write(folder, target);
    }

    private Fate fate() {
        return fate == Fate.MIXED
                ? Fate.values()[chance.nextInt(Fate.values().length - 1)]
                : fate;
    }

    /// Decides about every pending name, each in the folder that it waits for.
    private void decide(DiskFolder folder) {
        if (folders.contains(folder)) {
            return;
        }
        folders.add(folder);
        var turns = folder.pending().stream().filter(turn -> turn.home() == folder).toList();
        var lot = fate();
        int first = chance.nextInt(turns.size() + 1);
        for (int i = 0; i < turns.size(); i++) {
            kept.put(turns.get(i), switch (lot) {
                case NONE -> false;
                case ALL, MIXED -> true;
                case SUBSET, TORN -> chance.nextBoolean();
                case BEGINNING -> i < first;
            });
        }
        var inner = new ArrayList<>(folder.durable().values());
        folder.pending().forEach(turn -> turn.parts().forEach(part -> {
            if (part.node() != null) {
                inner.add(part.node());
            }
        }));
        for (var node : inner) {
            if (node instanceof DiskFolder below) {
                decide(below);
            }
        }
    }

    private void write(DiskFolder folder, Path target) throws IOException {
        Files.createDirectories(target);
        var names = new TreeMap<>(folder.durable());
        for (var turn : folder.pending()) {
            if (Boolean.TRUE.equals(kept.get(turn))) {
                turn.parts().stream().filter(part -> part.folder() == folder)
                        .forEach(part -> part.apply(names));
            }
        }
        for (var name : names.entrySet()) {
            var path = target.resolve(name.getKey());
            switch (name.getValue()) {
                case DiskFolder below -> write(below, path);
                case DiskFile file -> {
                    if (!file.isGone()) {
                        Files.write(path, contents.computeIfAbsent(file, this::content));
                    }
                }
            }
        }
    }

    private byte[] content(DiskFile file) {
        var content = file.durable();
        var lot = fate();
        int first = chance.nextInt(file.pending().size() + 1);
        int index = 0;
        for (var change : file.pending()) {
            switch (lot) {
                case NONE -> {
                    // the cache is gone
                }
                case ALL, MIXED -> content.apply(change);
                case SUBSET -> {
                    if (chance.nextBoolean()) {
                        content.apply(change);
                    }
                }
                case BEGINNING -> {
                    if (index < first) {
                        content.apply(change);
                    }
                }
                case TORN -> tear(content, change);
            }
            index++;
        }
        return content.array();
    }

    private void tear(DiskFile.Content content, DiskFile.Change change) {
        switch (change) {
            case DiskFile.Size _ -> {
                if (chance.nextBoolean()) {
                    content.apply(change);
                }
            }
            case DiskFile.Write(long at, ByteBuffer data) -> {
                int from = 0;
                while (from < data.capacity()) {
                    int length = Math.min(data.capacity() - from,
                            SECTOR - (int) ((at + from) % SECTOR));
                    if (chance.nextInt(100) < TORN_KEPT_PERCENT) {
                        content.write(at + from, data, from, length);
                    }
                    from += length;
                }
            }
        }
    }
}
