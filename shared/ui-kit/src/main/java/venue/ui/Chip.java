package venue.ui;

import javafx.scene.control.Label;

/// A state in one or two words on a tinted ground, e.g. 已签到, 解密失败.
public record Chip(String text, Tone tone) {

    /// As it should be.
    public static Chip ok(String text) {
        return new Chip(text, Tone.OK);
    }

    /// Wants attention.
    public static Chip warn(String text) {
        return new Chip(text, Tone.WARN);
    }

    /// Wrong, or refused.
    public static Chip bad(String text) {
        return new Chip(text, Tone.BAD);
    }

    /// Not yet.
    public static Chip idle(String text) {
        return new Chip(text, Tone.IDLE);
    }

    /// Worth knowing.
    public static Chip info(String text) {
        return new Chip(text, Tone.INFO);
    }

    /// A fresh label that shows it.
    public Label node() {
        var label = new Label(text);
        label.getStyleClass().setAll("label", "chip", tone.style());
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }
}
