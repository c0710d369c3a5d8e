package venue.bidopen;

import java.nio.file.Path;

import javafx.application.Application;
import javafx.stage.Stage;

import venue.ui.Launch;

/// Starts the host's desk: `--data DIR` names the station's folder, `--rehearsal` marks training
/// data.
public final class Main extends Application {

    /// For the platform.
    public Main() {}

    @Override
    public void start(Stage stage) {
        var data = getParameters().getNamed().getOrDefault("data", "station");
        var launch = Launch.of(Path.of(data));
        BidOpen.open(stage,
                getParameters().getRaw().contains("--rehearsal") ? launch.asRehearsal() : launch);
    }

    /// Opens the host's window on `stage`; for programs that show several windows.
    public static BidOpen open(Stage stage, Launch launch) {
        return BidOpen.open(stage, launch);
    }

    /// Entry.
    public static void main(String[] arguments) {
        launch(Main.class, arguments);
    }
}
