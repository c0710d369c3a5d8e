package venue.witness;

import javafx.application.Application;

/// Starts the witness application (见证).
public final class Main {

    private Main() {}

    /// Opens the window; `--data DIR` names the workstation's folder.
    public static void main(String[] arguments) {
        Application.launch(WitnessApp.class, arguments);
    }
}
