package venue.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import venue.journal.HeadMemory.Content;
import venue.journal.SessionEvent.GenerationBegun;
import venue.journal.proof.Note;
import venue.journal.store.Database;
import venue.journal.store.LogTable;

/// Looks at what is there, and builds the new database from it.
final class RestorationWork {

    private final Path source;
    private final Folder into;
    private final Setting setting;
    private final Consumer<Progress> progress;

    RestorationWork(Path source, Folder into, Setting setting, Consumer<Progress> progress) {
        this.source = source.toAbsolutePath().normalize();
        this.into = into;
        this.setting = setting;
        this.progress = progress;
    }

    private boolean isBackup() {
        return BackupList.isIn(source);
    }

    private boolean isInPlace() {
        return source.equals(into.dir().toAbsolutePath().normalize());
    }

    /// The device's checkpoint in the memory, if its signature holds.
    private Optional<Note> memory() {
        return new HeadMemory(into.memory())
                .read() instanceof Content.Known(Origin origin, Note note)
                && origin.device().equals(setting.device) && Diagnosis.signed(setting, origin, note)
                        ? Optional.of(note)
                        : Optional.empty();
    }

    RestorationPlan plan() {
        try (var _ = DirectoryLock.take(into.dir())) {
            var swap = new Swap(into, _ -> {});
            if (swap.isHalfDone()) {
                throw JournalFailure.restorationUnfinished(into.dir());
            }
            if (isBackup()) {
                var list = BackupList.read(source);
                new BackupCheck(setting, source, list, progress).run(true);
            }
            boolean begun = Files.exists(swap.building());
            try {
                return plan(swap);
            } finally {
                clear(swap, begun);
            }
        }
    }

    /// What an interrupted restoration left stays as a sign of it: until a new one has come to its
    /// end, no journal begins here by itself.
    private void clear(Swap swap, boolean begun) {
        try {
            swap.clear();
            if (begun) {
                Files.createDirectories(swap.building());
            }
        } catch (IOException e) {
            throw JournalFailure.disk(into.dir(), e);
        }
    }

    private RestorationPlan plan(Swap swap) {
        Room.require(into.dir(), 2 * (Source.bytes(source) + Source.bytes(into.dir())));
        var memory = memory();
        var found = new Diagnosis(into, setting, progress).run(swap.building().resolve("found"));
        try (var from = Source.open(source, swap.building().resolve("source"), setting)) {
            var own = prefix(from, from.own, memory);
            var furthest = furthest(memory, own.note());
            int newest = Math.max(found.generation(), from.own.generation());
            for (var origin : LogTable.foreign(from.db)) {
                newest = Math.max(newest, generation(origin));
            }
            if (furthest.isPresent()) {
                newest = Math.max(newest, generation(Diagnosis.origin(furthest.get())));
            }
            return new RestorationPlan(from.own, new Origin(setting.device, newest + 1),
                    own.size(), own.root(), furthest.map(Note::text).orElse(""),
                    memory.map(note -> note.checkpoint().size()).orElse(0L), found.finding());
        }
    }

    private int generation(Origin origin) {
        return origin.device().equals(setting.device) ? origin.generation() : 0;
    }

    private static Optional<Note> furthest(Optional<Note> memory, Optional<Note> kept) {
        if (memory.isEmpty() || kept.isEmpty()) {
            return memory.or(() -> kept);
        }
        int newer = Diagnosis.origin(memory.get()).compareTo(Diagnosis.origin(kept.get()));
        boolean further = newer > 0 || newer == 0
                && memory.get().checkpoint().size() >= kept.get().checkpoint().size();
        return further ? memory : kept;
    }

    private Prefix prefix(Source from, Origin origin, Optional<Note> memory) {
        boolean own = origin.equals(from.own);
        return Prefix.of(new Log(setting, from.db, origin, own),
                own ? memory : Optional.empty(), progress);
    }

    /// Builds, checks and places the new database.
    void run(RestorationPlan plan, GenerationBegun begun, Consumer<String> step) {
        try (var _ = DirectoryLock.take(into.dir())) {
            var swap = new Swap(into, step);
            if (swap.isHalfDone()) {
                throw JournalFailure.restorationUnfinished(into.dir());
            }
            swap.clear();
            Files.createDirectories(swap.building());
            BlobFolder.force(into.dir());
            step.accept("begun");
            build(swap, plan, begun);
            step.accept("built");
            if (!isInPlace()) {
                new Blobs(source.resolve("blobs"), setting.box)
                        .copyTo(into.dir().resolve("blobs"), progress);
            }
            step.accept("blobs");
            swap.run(begun.at());
        } catch (IOException e) {
            throw JournalFailure.disk(into.dir(), e);
        }
    }

    private void build(Swap swap, RestorationPlan plan, GenerationBegun begun)
            throws IOException {
        try (var from = Source.open(source, swap.building().resolve("source"), setting)) {
            var logs = new ArrayList<Prefix>();
            logs.add(prefix(from, from.own, memory()));
            var own = logs.getFirst();
            if (!own.origin().equals(plan.before()) || own.size() != plan.size()
                    || !own.root().equals(plan.root())) {
                throw JournalFailure.sourceChanged(source);
            }
            for (var origin : LogTable.foreign(from.db)) {
                logs.add(prefix(from, origin, Optional.empty()));
            }
            try (var fresh = Database.open(swap.fresh())) {
                name(fresh, plan.next(), begun);
                logs.forEach(log -> log.write(setting, fresh));
                fresh.tidy();
            }
            check(swap, plan, logs);
        }
    }

    private void name(Database fresh, Origin next, GenerationBegun begun) {
        var owner = setting.device.value() + " " + setting.deviceKey.pub().base64();
        var json = new String(Wire.write(begun), StandardCharsets.UTF_8);
        fresh.transact(() -> {
            fresh.update("INSERT INTO meta VALUES('owner',?)", owner);
            fresh.update("INSERT INTO meta VALUES('generation',?)",
                    Integer.toString(next.generation()));
            return fresh.update("INSERT INTO meta VALUES('begun',?)", json);
        });
    }

    /// Reads the new database as the workstation will.
    private void check(Swap swap, RestorationPlan plan, List<Prefix> logs) {
        try (var fresh = Database.open(swap.fresh())) {
            var shelf = new Shelf(setting, fresh, setting.claim(fresh));
            shelf.check(new Ticker(), progress);
            var cursors = shelf.cursors();
            boolean same = shelf.own.origin.equals(plan.next()) && fresh.integrity().isEmpty()
                    && logs.stream().allMatch(log -> cursors
                            .getOrDefault(log.origin(), 0L) == log.size());
            if (!same) {
                throw JournalFailure.restorationDamaged(swap.fresh());
            }
            fresh.tidy();
        }
    }
}
