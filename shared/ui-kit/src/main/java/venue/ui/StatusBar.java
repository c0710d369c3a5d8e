package venue.ui;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/// Draws the permanent bar at the bottom: who, role, place, hall time and its trust, line and
/// unsent entries, state of the journal, which opens a card with more when it is chosen.
final class StatusBar {

    private final ShellModel model;
    private final Runnable journalChosen;

    StatusBar(ShellModel model, Runnable journalChosen) {
        this.model = model;
        this.journalChosen = journalChosen;
    }

    Node node() {
        var line = Bindings.createStringBinding(this::line, model.onlineProperty(),
                model.unsentProperty());
        var lineTone = Bindings.createObjectBinding(
                () -> model.onlineProperty().get() ? Tone.OK : Tone.WARN, model.onlineProperty());
        var items = List.of(item("status-who", "status.who", orNobody(model.whoProperty())),
                item("status-role", "status.role", orDash(model.roleProperty())),
                item("status-room", "status.room", orDash(model.roomProperty())),
                toned("status-clock", "status.clock", clock(), model.clockToneProperty()),
                toned("status-sync", "status.sync", line, lineTone),
                chosen(toned("status-journal", "status.journal",
                        orDash(model.journalHealthProperty()), model.journalToneProperty())));
        var bar = model.largeTextProperty().get() ? wrapped(items) : oneLine(items);
        bar.setId("status-bar");
        bar.getStyleClass().add("status-bar");
        return bar;
    }

    private static Pane oneLine(List<HBox> items) {
        var bar = new HBox();
        bar.getChildren().addAll(items.subList(0, 3));
        bar.getChildren().add(Cards.gap());
        bar.getChildren().addAll(items.subList(3, items.size()));
        return bar;
    }

    private static Pane wrapped(List<HBox> items) {
        var bar = new FlowPane();
        bar.getChildren().addAll(items);
        return bar;
    }

    private HBox chosen(HBox item) {
        item.setId("status-journal-open");
        item.getStyleClass().add("chosen");
        item.setFocusTraversable(true);
        item.setAccessibleRole(AccessibleRole.BUTTON);
        item.accessibleTextProperty().bind(model.journalHealthProperty()
                .map(health -> Say.it("status.journal.open", health)));
        item.setOnMouseClicked(_ -> journalChosen.run());
        item.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                event.consume();
                journalChosen.run();
            }
        });
        return item;
    }

    private ObservableValue<String> clock() {
        return Bindings.createStringBinding(() -> {
            var time = model.clockTextProperty().get();
            var trust = model.clockTrustProperty().get();
            return time.isEmpty() ? "—" : trust.isEmpty() ? time : time + "（" + trust + "）";
        }, model.clockTextProperty(), model.clockTrustProperty());
    }

    private String line() {
        return Say.it(model.onlineProperty().get() ? "status.online" : "status.offline",
                model.unsentProperty().get());
    }

    private static ObservableValue<String> orDash(ObservableValue<String> text) {
        return text.map(value -> value.isEmpty() ? "—" : value);
    }

    private static ObservableValue<String> orNobody(ObservableValue<String> text) {
        return text.map(value -> value.isEmpty() ? Say.it("status.nobody") : value);
    }

    private static HBox toned(String id, String name, ObservableValue<String> text,
            ObservableValue<Tone> tone) {
        var item = item(id, name, text);
        var dot = new StackPane(Marks.dot(tone.getValue()));
        tone.addListener((_, _, now) -> dot.getChildren().setAll(Marks.dot(now)));
        dot.setUserData(tone);
        dot.setMinWidth(StackPane.USE_PREF_SIZE);
        item.getChildren().addFirst(dot);
        return item;
    }

    private static HBox item(String id, String name, ObservableValue<String> text) {
        var key = new Label(Say.it(name));
        key.getStyleClass().add("status-name");
        key.setMinWidth(Label.USE_PREF_SIZE);
        var value = new Label();
        value.setId(id);
        value.getStyleClass().add("status-value");
        value.textProperty().bind(text);
        value.setUserData(text);
        value.accessibleTextProperty().bind(value.textProperty());
        var item = new HBox(key, value);
        item.getStyleClass().add("status-item");
        return item;
    }
}
