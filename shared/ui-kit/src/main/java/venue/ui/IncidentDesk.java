package venue.ui;

import java.util.List;
import java.util.function.Function;
import venue.domain.tender.Person;
import venue.workstation.Incident;
import venue.workstation.Salvage;
import venue.words.Failure;

/// Puts the incident screen (事故处置) in place of the first screens when the journal is not what was
/// signed: nothing is mended in silence.
public final class IncidentDesk {

    private final AppWindow window;
    private final StationStart start;
    private final Function<Salvage, List<Person>> roster;

    private IncidentDesk(AppWindow window, StationStart start,
            Function<Salvage, List<Person>> roster) {
        this.window = window;
        this.start = start;
        this.roster = roster;
    }

    /// Watches the first screens of `window`. `roster` reads, without the journal, who stands on
    /// the list of the tender at hand; it is called beside the screen's thread.
    public static void watch(AppWindow window, StationStart start,
            Function<Salvage, List<Person>> roster) {
        var desk = new IncidentDesk(window, start, roster);
        start.model().whenIncident(desk::met);
    }

    private void met(Failure failure) {
        var launch = window.launch();
        FxThread.then(FxThread.beside(
                () -> Incident.of(launch.data(), failure, launch.clock().instant())),
                this::show, error -> {
                    throw new IllegalStateException(error);
                });
    }

    private void show(Incident incident) {
        var model = new IncidentModel(incident, window.shell());
        var screen = new IncidentView(model, window.files(), window::close);
        model.whenRestoring(own -> {
            var restoring = new RestoreModel(incident, window, roster, own);
            restoring.whenTurnedBack(() -> window.shell().show(screen));
            restoring.whenDone(() -> window.shell().show(start));
            window.shell().show(new RestoreView(restoring, window.files()));
        });
        window.shell().show(screen);
    }
}
