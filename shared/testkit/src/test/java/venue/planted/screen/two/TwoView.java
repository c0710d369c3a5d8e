package venue.planted.screen.two;

import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Node;
import venue.journal.planted.Ledger;

/// Offends views-without-rules and one-door-to-fx.
public final class TwoView {
    public Node node() {
        Platform.runLater(() -> new Ledger().write());
        return new Group();
    }
}
