package venue.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import venue.journal.HeadMemory.Content;
import venue.journal.proof.Note;
import venue.journal.proof.VerifierKey;
import venue.words.Words;

/// What is wrong with the journal in a folder, found on a copy of it as opening would find it.
final class Diagnosis {

    private static final Words WORDS = Words.of("venue.journal", Diagnosis.class);

    private final Folder folder;
    private final Setting setting;
    private final Consumer<Progress> progress;

    /// @param generation the newest generation that can be seen; 0 if there is none
    /// @param finding one line
    record Found(int generation, String finding) {}

    Diagnosis(Folder folder, Setting setting, Consumer<Progress> progress) {
        this.folder = folder;
        this.setting = setting;
        this.progress = progress;
    }

    Found run(Path scratch) {
        var memory = new HeadMemory(folder.memory());
        if (!Files.exists(folder.database())) {
            return missing(memory);
        }
        int newest = 0;
        try (var source = Source.open(folder.dir(), scratch, setting)) {
            newest = source.own.generation();
            var shelf = new Shelf(setting, source.db, source.own);
            newest = shelf.cursors().keySet().stream()
                    .filter(origin -> origin.device().equals(setting.device))
                    .mapToInt(Origin::generation).max().orElse(newest);
            shelf.check(new Ticker(), progress);
            Beginning.compare(shelf.own, memory, setting);
            return new Found(newest, WORDS.say("restoration.healthy"));
        } catch (JournalFailure e) {
            return new Found(newest, said(e));
        }
    }

    private Found missing(HeadMemory memory) {
        if (memory.read() instanceof Content.Known(Origin origin, Note note)
                && origin.device().equals(setting.device)) {
            return new Found(origin.generation(), said(JournalFailure.gone(folder.database(),
                    origin, note.checkpoint().size())));
        }
        return new Found(0, WORDS.say("restoration.empty"));
    }

    private static String said(JournalFailure failure) {
        return RestorationPlan.line(failure.code() + " " + failure.what());
    }

    static Origin origin(Note note) {
        return Origin.parse(note.checkpoint().origin());
    }

    /// Whether this device signed the note of its log.
    static boolean signed(Setting setting, Origin origin, Note note) {
        return setting.keyOf(origin.device()).map(key -> note
                .isSignedBy(new VerifierKey(origin.name(), VerifierKey.Kind.ED25519, key)))
                .orElse(false);
    }
}
