package venue.ui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Questions inside the window that must be answered first. Called on the screen's thread; the
/// answer comes there too, and is empty when the person turned away. Node ids: `#dialog`,
/// `#dialog-ok`, `#dialog-cancel`, `#dialog-pin`, `#dialog-text`, and for two persons
/// `#dialog-first`, `#dialog-first-pin`, `#dialog-second`, `#dialog-second-pin`.
public final class Dialogs {

    /// Longest text somebody may write into a reason.
    public static final int TEXT_MAX = 4000;

    /// A person and the PIN just typed; the caller checks it and wipes it.
    @SuppressWarnings("ArrayRecordComponent") // wiped after use, so no text
    public record Confirmed(String person, char[] pin) {}

    private final Overlay overlay;

    /// Dialogs over `layer`, which lies over the window's content.
    public Dialogs(StackPane layer) {
        this(new Overlay(layer));
    }

    Dialogs(Overlay overlay) {
        this.overlay = overlay;
    }

    /// Whether something waits for an answer.
    public boolean isOpen() {
        return overlay.isOpen();
    }

    /// Asks for a PIN (口令). The caller wipes the characters.
    public CompletionStage<Optional<char[]>> pin(String title, String text) {
        var pin = pinField("dialog-pin", Say.it("dialog.pin"));
        var form = new Form().row(Say.it("dialog.pin"), pin).node();
        var ok = Buttons.primary("dialog-ok", Say.it("dialog.ok"), () -> {});
        ok.disableProperty().bind(pin.textProperty().isEmpty());
        return ask(title, text, form, ok, () -> chars(pin));
    }

    /// Asks for a sentence of grounds (理由); empty text is not taken.
    public CompletionStage<Optional<String>> reason(String title, String text, String verb) {
        return reason(title, text, verb, List.of());
    }

    /// Asks for a sentence of grounds, with some to choose from and change.
    public CompletionStage<Optional<String>> reason(String title, String text, String verb,
            List<String> proposals) {
        var area = new TextArea();
        area.setId("dialog-text");
        area.setWrapText(true);
        area.setPrefRowCount(4);
        area.setPromptText(Say.it("dialog.text.prompt"));
        area.setAccessibleText(title);
        tabLeaves(area);
        var form = new VBox(area);
        form.getStyleClass().add("dialog-form");
        if (!proposals.isEmpty()) {
            var choice = new ComboBox<String>();
            choice.setId("dialog-proposal");
            choice.getItems().setAll(proposals);
            choice.setPromptText(Say.it("dialog.proposal"));
            choice.setMaxWidth(Double.MAX_VALUE);
            choice.setOnAction(_ -> area.setText(choice.getValue()));
            form.getChildren().addFirst(choice);
        }
        var ok = Buttons.primary("dialog-ok", verb, () -> {});
        ok.disableProperty()
                .bind(area.textProperty().map(t -> t.isBlank() || t.length() > TEXT_MAX));
        return ask(title, text, form, ok, () -> area.getText().strip());
    }

    /// Asks to confirm an act by its verb. True when confirmed.
    public CompletionStage<Boolean> confirm(String title, String text, String verb) {
        return confirm(title, text, Buttons.primary("dialog-ok", verb, () -> {}));
    }

    /// Asks to confirm an act that cannot be taken back.
    public CompletionStage<Boolean> confirmDanger(String title, String text, String verb) {
        return confirm(title, text, Buttons.danger("dialog-ok", verb, () -> {}));
    }

    /// Asks to confirm with `body` (facts, a table) under the text.
    public CompletionStage<Boolean> confirm(String title, String text, Node body, String verb) {
        var ok = Buttons.primary("dialog-ok", verb, () -> {});
        return ask(title, text, body, ok, () -> true).thenApply(Optional::isPresent);
    }

    /// Asks two different persons of `people` for their PINs (双人确认).
    public CompletionStage<Optional<List<Confirmed>>> twoPersons(String title, String text,
            String verb, List<String> people) {
        var first = person("dialog-first", people, 0);
        var firstPin = pinField("dialog-first-pin", Say.it("dialog.first.pin"));
        var second = person("dialog-second", people, 1);
        var secondPin = pinField("dialog-second-pin", Say.it("dialog.second.pin"));
        var form = new Form().row(Say.it("dialog.first"), first)
                .row(Say.it("dialog.first.pin"), firstPin).row(Say.it("dialog.second"), second)
                .row(Say.it("dialog.second.pin"), secondPin, Say.it("dialog.two.hint")).node();
        var ok = Buttons.primary("dialog-ok", verb, () -> {});
        ok.disableProperty().bind(firstPin.textProperty().isEmpty()
                .or(secondPin.textProperty().isEmpty())
                .or(first.valueProperty().isEqualTo(second.valueProperty()))
                .or(first.valueProperty().isNull()).or(second.valueProperty().isNull()));
        return ask(title, text, form, ok,
                () -> List.of(new Confirmed(first.getValue(), chars(firstPin)),
                        new Confirmed(second.getValue(), chars(secondPin))));
    }

    /// Shows any body with a verb; the answer is what `answer` reads from it.
    public <T> CompletionStage<Optional<T>> ask(String title, String text, Node body, Button ok,
            Supplier<T> answer) {
        var result = new CompletableFuture<Optional<T>>();
        var cancel = Buttons.plain("dialog-cancel", Say.it("dialog.cancel"),
                () -> end(result, Optional.empty()));
        ok.setOnAction(_ -> end(result, Optional.of(answer.get())));
        var verbs = new HBox(Cards.gap(), cancel, ok);
        verbs.getStyleClass().add("dialog-verbs");
        var card = new VBox(Cards.subheading(title));
        if (!text.isEmpty()) {
            card.getChildren().add(Cards.text(text));
        }
        card.getChildren().addAll(body, verbs);
        card.setId("dialog");
        card.getStyleClass().add("dialog");
        card.setAccessibleText(title + " " + text);
        card.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextInputControl
                    && !(event.getTarget() instanceof TextArea)) {
                event.consume();
                ok.fire();
            }
        });
        overlay.open(card, cancel::fire);
        return result;
    }

    private CompletionStage<Boolean> confirm(String title, String text, Button ok) {
        return ask(title, text, new VBox(), ok, () -> true).thenApply(Optional::isPresent);
    }

    private <T> void end(CompletableFuture<Optional<T>> result, Optional<T> answer) {
        overlay.close();
        result.complete(answer);
    }

    private static ComboBox<String> person(String id, List<String> people, int proposed) {
        var choice = new ComboBox<String>();
        choice.setId(id);
        choice.getItems().setAll(people);
        if (proposed < people.size()) {
            choice.setValue(people.get(proposed));
        }
        return choice;
    }

    private static PasswordField pinField(String id, String name) {
        var field = new PasswordField();
        field.setId(id);
        field.setAccessibleText(name);
        field.setPrefColumnCount(16);
        return field;
    }

    private static char[] chars(PasswordField field) {
        var pin = field.getText().toCharArray();
        field.clear();
        return pin;
    }

    /// In a box of several lines the Tab key leaves it; Ctrl+Tab writes a tab, which nobody needs.
    static void tabLeaves(TextArea area) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                event.consume();
                area.fireEvent(new KeyEvent(area, area, KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB,
                        event.isShiftDown(), true, false, false));
            }
        });
    }
}
