package venue.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.stage.Stage;
import venue.domain.tender.Person;
import venue.words.Words;
import venue.workstation.OpenStation;
import venue.workstation.Salvage;
import venue.workstation.Station;

/// An application of the house. `main` launches it for one window; a rehearsal calls [#open] for as
/// many windows as it likes.
public abstract class VenueApp extends Application {

    /// For subclasses.
    protected VenueApp() {}

    /// What kind of station it runs at.
    protected abstract Station.Kind kind();

    /// Its book, with `app.name` and `app.seal` (one character).
    protected abstract Words words();

    /// Begins the work at an opened station: loads projects, starts the courier. Beside the
    /// screen's thread; a [venue.words.Failure] is shown and takes the start-up back.
    protected abstract Work work(OpenStation station, Launch launch);

    /// Who stands on the list of the tender at hand, read without the journal: they may approve
    /// that the journal is restored. None unless the application says so.
    protected List<Person> roster(Salvage at) {
        return List.of();
    }

    /// Opens a window of this application on `stage`. On the screen's thread.
    public final AppWindow open(Stage stage, Launch launch) {
        var window = new AppWindow(stage, launch, words());
        var door = new WorkstationDoor(launch, kind(), station -> work(station, launch));
        window.whenClosing(door::close);
        var start = new StationStartModel(door);
        start.whenOpened(() -> feed(window, door));
        start.whenReady(() -> door.work()
                .begin(new Workplace(window, door.station(), door.crew())));
        var first = new StationStart(start, window.files());
        IncidentDesk.watch(window, first, this::roster);
        return window.open(first);
    }

    /// Opens the window that the command line asks for: `--data DIR`, `--rehearsal`.
    @Override
    public void start(Stage stage) {
        open(stage, launch(getParameters().getRaw()));
    }

    private Launch launch(List<String> words) {
        int at = words.indexOf("--data");
        var data = at >= 0 && at + 1 < words.size()
                ? Path.of(words.get(at + 1))
                : Path.of(System.getProperty("user.home"), ".venue",
                        kind().name().toLowerCase(Locale.ROOT));
        var launch = Launch.of(data);
        return words.contains("--rehearsal") ? launch.asRehearsal() : launch;
    }

    private static void feed(AppWindow window, WorkstationDoor door) {
        var feed = new StatusFeed(window, door.station(), door.crew());
        window.whenClosing(() -> {
            feed.end();
            door.close();
        });
    }
}
