package venue.bidopen.screen.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import venue.bidopen.session.Project;
import venue.bidopen.session.Say;
import venue.bidopen.session.Workplace;
import venue.sync.Assignment;
import venue.ui.FxThread;
import venue.ui.Notice;
import venue.ui.Shell;
import venue.words.Failure;

/// Where the project package comes from, before anybody can sign in.
public final class ProjectModel {

    /// A package that the centre holds ready.
    ///
    /// @param id of the task at the centre
    public record Offer(String id, String title) {}

    private final List<Assignment> tasks = new ArrayList<>();
    private final Workplace place;
    private final Shell shell;
    private final Runnable done;
    private final ObservableList<Offer> offered = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Offer> chosen = new SimpleObjectProperty<>();

    /// @param done what to do when a package is at hand
    public ProjectModel(Workplace place, Shell shell, Runnable done) {
        this.place = place;
        this.shell = shell;
        this.done = done;
    }

    /// What the centre holds ready.
    public ObservableList<Offer> offered() {
        return offered;
    }

    /// The one to fetch.
    public ObjectProperty<@Nullable Offer> chosenProperty() {
        return chosen;
    }

    /// Asks the centre again.
    public void refresh() {
        run(Say.it("project.refresh"), place::offered, found -> {
            tasks.clear();
            tasks.addAll(found);
            offered.setAll(found.stream().map(task -> new Offer(task.id(),
                    Say.it("project.offer", task.title(), task.tender()))).toList());
            chosen.set(offered.isEmpty() ? null : offered.getFirst());
            if (found.isEmpty()) {
                shell.notice(Notice.info(Say.it("project.none")));
            }
        });
    }

    /// Fetches the chosen package.
    public void fetch() {
        var offer = chosen.get();
        if (offer != null) {
            tasks.stream().filter(task -> task.id().equals(offer.id())).findFirst()
                    .ifPresent(task -> take(() -> place.fetch(task)));
        }
    }

    /// Takes a package from a file.
    public void take(Path file) {
        take(() -> place.take(file));
    }

    private void take(Callable<Project> work) {
        run(Say.it("project.reading"), work, _ -> {
            shell.clearNotice();
            done.run();
        });
    }

    private <T> void run(String what, Callable<T> work, java.util.function.Consumer<T> then) {
        FxThread.then(shell.during(what, FxThread.beside(work)), then, error -> {
            if (error instanceof Failure failure) {
                shell.notice(Notice.failed(Say.it("failed", what), failure));
            } else {
                throw new IllegalStateException(error);
            }
        });
    }
}
