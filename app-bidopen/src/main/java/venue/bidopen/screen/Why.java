package venue.bidopen.screen;

import java.util.Optional;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import venue.bidopen.session.Say;
import venue.domain.opening.OpeningRefusal;
import venue.ui.WhyNot;

/// Ties a button of this application to its refusal. A step that is done says only that.
public final class Why {

    private Why() {}

    /// The button with its sentence, to be put into the layout in the button's place.
    public static VBox bind(Button button, ObservableValue<Optional<OpeningRefusal>> refusal) {
        var box = WhyNot.bind(button, refusal, Say.WORDS);
        var caption = (Label) box.getChildren().getLast();
        refusal.addListener((_, _, now) -> shorten(caption, now));
        shorten(caption, refusal.getValue());
        // the binding lives as long as the node that shows it
        box.getProperties().put(Why.class, refusal);
        return box;
    }

    private static void shorten(Label caption, Optional<OpeningRefusal> refusal) {
        refusal.ifPresent(reason -> {
            if (reason == OpeningRefusal.STEP_DONE) {
                caption.setText(Say.it("done"));
            } else if (reason == OpeningRefusal.MEETING_OVER) {
                caption.setText(Say.it(reason.key()));
            }
        });
    }
}
