package venue.journal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import venue.domain.base.Fact;
import venue.journal.HeadMemory.Content;
import venue.journal.SessionEvent.BlobRecovered;
import venue.journal.SessionEvent.GenerationBegun;
import venue.journal.SessionEvent.IncidentNoted;
import venue.journal.proof.Note;
import venue.journal.proof.TreeHash;
import venue.journal.store.Database;

/// What is looked at when a journal is opened, besides the logs themselves: the memory of the last
/// checkpoint, unfinished files, a new generation.
final class Beginning {

    private Beginning() {}

    /// @throws JournalFailure GONE if the database is missing though there must be one
    static void requireThere(Folder folder, HeadMemory memory, Setting setting) {
        if (!Files.exists(folder.database())
                && memory.read() instanceof Content.Known(Origin origin, Note note)
                && origin.device().equals(setting.device)) {
            throw JournalFailure.gone(folder.database(), origin, note.checkpoint().size());
        }
    }

    /// Compares the own log with what this workstation remembers to have signed.
    ///
    /// @return what people should know though work goes on
    /// @throws JournalFailure ROLLED_BACK
    static List<Fact> compare(Log own, HeadMemory memory, Setting setting) {
        return switch (memory.read()) {
            case Content.Nothing _ when own.newestNote(TreeHash.SHA256).isEmpty() -> List.of();
            case Content.Nothing _ -> noted("MEMORY_MISSING", setting);
            case Content.Unreadable _ -> noted("MEMORY_UNREADABLE", setting);
            case Content.Known(Origin origin, Note note) -> {
                if (!origin.device().equals(own.origin.device())
                        || !own.signedByDevice(origin, note)) {
                    yield noted("MEMORY_UNREADABLE", setting);
                }
                requireHeld(own, origin, note);
                yield List.of();
            }
        };
    }

    private static List<Fact> noted(String code, Setting setting) {
        return List.of(new IncidentNoted(code, "", setting.now()));
    }

    private static void requireHeld(Log own, Origin origin, Note note) {
        var checkpoint = note.checkpoint();
        boolean newer = origin.generation() > own.origin.generation();
        boolean same = origin.equals(own.origin);
        if (newer || (same && (checkpoint.size() > own.size() || !own.tree(TreeHash.SHA256)
                .root(Math.toIntExact(checkpoint.size())).equals(checkpoint.root())))) {
            throw JournalFailure.rolledBack(own.origin, own.size(), origin, checkpoint.size());
        }
    }

    /// Why this generation begins, if it was restored and nothing is written yet.
    static Optional<GenerationBegun> generation(Database db, Log own) {
        return own.size() > 0
                ? Optional.empty()
                : Setting.meta(db, "begun").map(json -> Wire
                        .read(json.getBytes(StandardCharsets.UTF_8), GenerationBegun.class));
    }

    /// Tells of a file that an interrupted capture left behind.
    static BlobRecovered recovered(Blobs.Recovered each, Setting setting) {
        return new BlobRecovered(each.part(), each.bytes(), each.sha256(), each.whole(),
                setting.now());
    }
}
