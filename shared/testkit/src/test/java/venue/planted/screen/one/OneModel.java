package venue.planted.screen.one;

import javafx.scene.Node;
import venue.planted.screen.two.TwoView;

/// Offends models-without-controls and screens-apart.
public final class OneModel {
    Node node(TwoView view) {
        return view.node();
    }
}
