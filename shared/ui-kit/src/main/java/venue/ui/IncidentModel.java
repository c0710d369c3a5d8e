package venue.ui;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import venue.crypto.Progress;
import venue.workstation.Incident;
import venue.workstation.SceneCopy;
import venue.words.Failure;

/// What the incident screen can do: tell the help desk, carry the scene off, go to the restoration.
/// Used on the screen's thread; the disk is read beside it.
final class IncidentModel {

    private final Incident incident;
    private final Shell shell;
    private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper("");
    private Consumer<Boolean> restoring = _ -> {};

    IncidentModel(Incident incident, Shell shell) {
        this.incident = incident;
        this.shell = shell;
    }

    /// What to do when somebody wants to restore; true: from what can be trusted of this disk.
    void whenRestoring(Consumer<Boolean> then) {
        restoring = then;
    }

    IncidentSheet sheet() {
        return IncidentSheet.of(incident);
    }

    /// What was done last, in a sentence.
    ReadOnlyStringProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    void copyText() {
        JournalCard.copy(incident.text());
        done.set(Say.it("incident.copied"));
    }

    void export(Path target) {
        shell.clearNotice();
        var busy = shell.busy(Say.it("incident.exporting"), () -> {});
        FxThread.then(
                FxThread.beside(() -> SceneCopy.to(target, incident, new Telling(busy))),
                result -> {
                    busy.close();
                    done.set(Say.it("incident.exported", result.folder(), result.files(),
                            result.bytes()));
                }, error -> {
                    busy.close();
                    exportFailed(error);
                });
    }

    private void exportFailed(Throwable error) {
        switch (error) {
            case CancellationException _ -> done.set(Say.it("incident.export.cancelled"));
            case Failure failure ->
                shell.notice(Notice.failed(Say.it("incident.export.failed"), failure));
            default -> throw new IllegalStateException(error);
        }
    }

    void restore(boolean own) {
        restoring.accept(own);
    }

    private record Telling(Busy busy) implements Progress {

        @Override
        public void moved(long bytes, long total) {
            if (total > 0) {
                busy.progress((double) bytes / total);
            }
        }

        @Override
        public boolean cancelled() {
            return busy.cancelled();
        }
    }
}
