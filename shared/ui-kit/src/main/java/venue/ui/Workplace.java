package venue.ui;

import venue.workstation.Crew;
import venue.workstation.OpenStation;

/// Where an application works: its window, the open station, and who has signed in.
public record Workplace(AppWindow window, OpenStation station, Crew crew) {

    /// The frame.
    public Shell shell() {
        return window.shell();
    }

    /// What the frame shows.
    public ShellModel model() {
        return window.shell().model();
    }

    /// Questions over the window.
    public Dialogs dialogs() {
        return window.shell().dialogs();
    }

    /// How files are chosen here.
    public FileChoice files() {
        return window.files();
    }

    /// How the window was started.
    public Launch launch() {
        return window.launch();
    }
}
