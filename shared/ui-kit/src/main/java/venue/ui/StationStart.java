package venue.ui;

import javafx.scene.Parent;

/// The first screens of every application: (1) the station's PIN and start-up, (2) who works here,
/// by certificate file and PIN. Node ids: `#station-pin`, `#station-open`, `#start-steps`,
/// `#token-file`, `#token-browse`, `#token-pin`, `#sign-in`, `#signed-in`, `#start-continue`,
/// `#trouble-what`, `#trouble-next`.
public final class StationStart implements Screen {

    private final StationStartModel model;
    private final StationStartView view;

    /// The first screens over `model`; `files` lets the person browse for a certificate file.
    public StationStart(StationStartModel model, FileChoice files) {
        this.model = model;
        this.view = new StationStartView(model, files);
    }

    /// What they show.
    public StationStartModel model() {
        return model;
    }

    @Override
    public String id() {
        return "station-start";
    }

    @Override
    public Parent node() {
        return view.node();
    }
}
