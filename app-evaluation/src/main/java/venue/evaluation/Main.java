package venue.evaluation;

import javafx.application.Application;

/// Starts the evaluation application (评标).
public final class Main {

    private Main() {}

    /// Opens the window; `--data DIR` names the workstation's folder.
    public static void main(String[] arguments) {
        Application.launch(EvaluationApp.class, arguments);
    }
}
