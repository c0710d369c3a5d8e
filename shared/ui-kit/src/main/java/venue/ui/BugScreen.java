package venue.ui;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// What stands over the whole window after a bug.
final class BugScreen {

    private BugScreen() {}

    static Node node(String code, Runnable close) {
        var number = new Form().fact(Say.it("bug.code"), code).node();
        number.setId("bug-code");
        var card = Cards.card("", Cards.heading(Say.it("bug.title")),
                Cards.text(Say.it("bug.lead")),
                Cards.text(Say.it("bug.next")), number,
                Buttons.primary("bug-close", Say.it("bug.close"), close));
        card.setMaxHeight(StackPane.USE_PREF_SIZE);
        var cover = new StackPane(card);
        cover.setId("bug");
        cover.getStyleClass().add("bug");
        return cover;
    }
}
