package venue.ui;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/// Draws the steps of the day; each is a button `#step-<id>`.
final class StepRail {

    private static final double TITLE_EMS = 8.2;

    private final ShellModel model;
    private final Consumer<String> chosen;
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);

    StepRail(ShellModel model, Consumer<String> chosen) {
        this.model = model;
        this.chosen = chosen;
        list.getStyleClass().add("rail");
        scroll.getStyleClass().add("rail-scroll");
        scroll.setId("steps");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    }

    Node node() {
        return scroll;
    }

    void draw() {
        var scene = list.getScene();
        var owner = scene == null ? null : scene.getFocusOwner();
        var held = FocusOrder.holds(list, owner) && owner != null ? owner.getId() : "";
        list.getChildren().clear();
        int number = 1;
        for (var step : model.steps()) {
            list.getChildren().add(button(step, number++));
        }
        list.getChildren().stream().filter(node -> held.equals(node.getId()))
                .forEach(Node::requestFocus);
    }

    private Button button(StepItem step, int number) {
        var badge = new StackPane(switch (step.state()) {
            case DONE -> Marks.tick();
            case ALERT -> Marks.alert();
            case CURRENT, TODO -> new Label(String.valueOf(number));
        });
        badge.getStyleClass().add("step-badge");
        var title = new Text(step.title());
        title.getStyleClass().add("step-title");
        title.wrappingWidthProperty()
                .bind(title.fontProperty().map(font -> font.getSize() * TITLE_EMS));
        var line = new HBox(badge, title);
        line.getStyleClass().add("step-line");
        var button = new Button();
        button.setId("step-" + step.id());
        button.setGraphic(line);
        button.setMaxWidth(Double.MAX_VALUE);
        var state = Say.it("step." + step.state());
        button.getStyleClass().setAll("step", step.state().name().toLowerCase(Locale.ROOT));
        button.setAccessibleText(number + " " + step.title() + " " + state);
        button.setTooltip(new Tooltip(state + (number < 10 ? "  Ctrl+" + number : "")));
        button.setOnAction(_ -> chosen.accept(step.id()));
        return button;
    }
}
