package venue.ui;

import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;

/// Buttons of the house: a verb, an id for tests, what it does.
public final class Buttons {

    private Buttons() {}

    /// The main act of a screen; one at most.
    public static Button primary(String id, String verb, Runnable act) {
        return styled(id, verb, act, "primary");
    }

    /// Any other act.
    public static Button plain(String id, String verb, Runnable act) {
        return styled(id, verb, act, "plain");
    }

    /// An act that cannot be taken back, or ends something.
    public static Button danger(String id, String verb, Runnable act) {
        return styled(id, verb, act, "danger");
    }

    /// A quiet act inside a row or beside a field.
    public static Button quiet(String id, String verb, Runnable act) {
        return styled(id, verb, act, "quiet");
    }

    /// A choice that stays pressed.
    public static ToggleButton toggle(String id, String text) {
        var button = new ToggleButton(text);
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setMinWidth(ToggleButton.USE_PREF_SIZE);
        return button;
    }

    private static Button styled(String id, String verb, Runnable act, String style) {
        var button = new Button(verb);
        button.setId(id);
        button.setMnemonicParsing(false);
        button.getStyleClass().add(style);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
        return button;
    }
}
