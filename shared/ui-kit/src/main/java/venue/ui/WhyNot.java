package venue.ui;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import venue.domain.base.Refusal;
import venue.words.Words;

/// A button that, when it cannot be pressed, says why not (为何不可操作): the missing condition,
/// its basis and who can fulfil it. The sentence stands under the button, in its tooltip and in
/// its accessible text, and the Tab key reaches it.
public final class WhyNot {

    private WhyNot() {}

    /// Ties `button` to `refusal`: refused means disabled, with the sentence. Returns the button
    /// with its caption (`#<button id>-why`), to be put into the layout in the button's place.
    public static VBox bind(Button button,
            ObservableValue<? extends Optional<? extends Refusal>> refusal, Words words) {
        var caption = new Label();
        caption.setId(button.getId() + "-why");
        caption.getStyleClass().add("why-not");
        caption.setWrapText(true);
        caption.setMinHeight(Label.USE_PREF_SIZE);
        var box = new VBox(button, caption);
        box.getStyleClass().add("why-not-box");
        box.setPickOnBounds(true);
        var tip = new Tooltip();
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        tip.setShowDelay(Duration.millis(200));
        var shown = new Shown(button, caption, box, tip, words);
        shown.set(refusal.getValue());
        refusal.addListener((_, _, now) -> shown.set(now));
        return box;
    }

    /// The whole sentence: reason, basis, who can fulfil it.
    public static String sentence(Refusal refusal, Words words) {
        return reason(refusal, words) + remedy(refusal);
    }

    /// The reason and its basis.
    static String reason(Refusal refusal, Words words) {
        return Say.it("why-not.reason", words.say(refusal.key()), refusal.basis());
    }

    /// Who can fulfil the missing condition.
    static String remedy(Refusal refusal) {
        return Say.it("why-not.remedy", RoleNames.of(refusal.remedyBy()));
    }

    private record Shown(Button button, Label caption, VBox box, Tooltip tip, Words words) {

        void set(Optional<? extends Refusal> refusal) {
            var sentence = refusal.map(reason -> sentence(reason, words)).orElse("");
            boolean refused = refusal.isPresent();
            button.setDisable(refused);
            button.setAccessibleHelp(sentence);
            caption.setText(sentence);
            caption.setAccessibleText(sentence);
            caption.setVisible(refused);
            caption.setManaged(refused);
            caption.setFocusTraversable(refused);
            tip.setText(sentence);
            if (refused) {
                Tooltip.install(box, tip);
            } else {
                Tooltip.uninstall(box, tip);
            }
        }
    }
}
