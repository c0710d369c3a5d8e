package venue.ui;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import venue.words.Language;
import venue.words.Words;

/// Draws the top of the frame: seal, application, lot, the switches, and the rehearsal band.
final class TitleBar {

    private final ShellModel model;
    private final Words words;

    TitleBar(ShellModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    Node node() {
        var bar = new HBox(seal(), name(), divider(), Cards.grow(tender()), switches());
        bar.getStyleClass().add("title-bar");
        bar.setId("title-bar");
        return new VBox(bar, band());
    }

    private Node seal() {
        var sign = new Label(words.say("app.seal"));
        sign.getStyleClass().add("seal-sign");
        var seal = new StackPane(sign);
        seal.getStyleClass().add("seal");
        return seal;
    }

    private Node name() {
        var name = new Label(words.say("app.name"));
        name.setId("app-name");
        name.getStyleClass().add("app-name");
        name.setMinWidth(Label.USE_PREF_SIZE);
        return name;
    }

    private static Node divider() {
        var line = new StackPane();
        line.getStyleClass().add("title-divider");
        return line;
    }

    private Node tender() {
        var title = new Label();
        title.setId("tender-title");
        title.getStyleClass().add("tender-title");
        title.textProperty().bind(model.tenderTitleProperty()
                .map(text -> text.isEmpty() ? Say.it("shell.no-tender") : text));
        var code = new Label();
        code.setId("tender-code");
        code.getStyleClass().add("tender-code");
        code.textProperty().bind(model.tenderCodeProperty());
        code.managedProperty().bind(model.tenderCodeProperty().isNotEmpty());
        code.visibleProperty().bind(code.managedProperty());
        var tender = new VBox(title, code);
        tender.getStyleClass().add("tender");
        tender.setMinWidth(0);
        return tender;
    }

    private Node switches() {
        var size = quiet("text-size", "shell.text-size", () -> model.largeTextProperty()
                .set(!model.largeTextProperty().get()));
        size.textProperty().bind(model.largeTextProperty().map(large -> Say
                .it(large ? "shell.text-normal" : "shell.text-large")));
        var language = quiet("language", "shell.language.hint", () -> model.languageProperty()
                .set(Words.spoken() == Language.ZH ? Language.EN : Language.ZH));
        language.setText(Say.it("shell.language"));
        var both = new HBox(size, language);
        both.getStyleClass().add("switches");
        return both;
    }

    private static Button quiet(String id, String hint, Runnable act) {
        var button = Buttons.quiet(id, "", act);
        button.setTooltip(new Tooltip(Say.it(hint)));
        return button;
    }

    private Node band() {
        var text = new Label(Say.it("shell.rehearsal"));
        text.getStyleClass().add("rehearsal-text");
        var band = new StackPane(text);
        band.setId("rehearsal");
        band.getStyleClass().add("rehearsal");
        band.visibleProperty().bind(model.rehearsalProperty());
        band.managedProperty().bind(Bindings.and(band.visibleProperty(),
                model.rehearsalProperty()));
        return band;
    }
}
