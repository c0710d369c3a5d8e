package venue.witness.screen.checklist;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import venue.domain.witness.CheckResult;
import venue.domain.witness.WatchStage;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.FxThread;
import venue.ui.Screen;
import venue.ui.WhyNot;
import venue.witness.Say;
import venue.witness.parts.Times;
import venue.witness.parts.Tools;

/// Draws a [ChecklistModel]. Ids: `#stage-<STAGE>`, `#stage-place`, `#stage-begin`, `#stage-end`,
/// `#check-<item>-<RESULT>`, `#note-<item>`.
public final class ChecklistView implements Screen {

    private static final double CODE = 70;
    private static final double TITLE = 210;
    private static final double MARKS = 230;
    private static final double TIME = 116;
    private final ChecklistModel model;
    private final Tools tools;

    /// A view of `model`.
    public ChecklistView(ChecklistModel model, Tools tools) {
        this.model = model;
        this.tools = tools;
    }

    @Override
    public String id() {
        return "checklist";
    }

    @Override
    public Parent node() {
        var stages = Cards.wrap();
        var list = new VBox();
        Runnable draw = () -> {
            stages.getChildren().setAll(stages());
            list.getChildren().setAll(list());
        };
        model.sheetProperty().addListener((_, _, _) -> draw.run());
        draw.run();
        return Cards.page(Say.it("checklist.title"), Say.it("checklist.lead"), stages, verbs(),
                Cards.card("", list));
    }

    private Node[] stages() {
        var all = WatchStage.values();
        var buttons = new Node[all.length];
        for (int i = 0; i < all.length; i++) {
            var stage = all[i];
            var button = Buttons.toggle("stage-" + stage, stage.title());
            button.setSelected(stage == model.sheetProperty().get().stage());
            button.setOnAction(_ -> model.turnTo(stage));
            buttons[i] = button;
        }
        return buttons;
    }

    private Node verbs() {
        var place = new TextField();
        place.setId("stage-place");
        place.setAccessibleText(Say.it("checklist.place"));
        place.textProperty().bindBidirectional(model.placeProperty());
        var begin = Buttons.primary("stage-begin", Say.it("checklist.begin"), model::begin);
        var end = Buttons.plain("stage-end", Say.it("checklist.end"), this::end);
        var name = new Label(Say.it("checklist.place"));
        name.setMinWidth(Label.USE_PREF_SIZE);
        HBox.setHgrow(place, Priority.ALWAYS);
        place.setMaxHeight(TextField.USE_PREF_SIZE);
        var first = WhyNot.bind(begin, model.whyNotBegin(), Say.WORDS);
        first.visibleProperty().bind(model.sheetProperty().map(sheet -> !sheet.open()));
        first.managedProperty().bind(first.visibleProperty());
        var last = WhyNot.bind(end, model.whyNotEnd(), Say.WORDS);
        last.visibleProperty().bind(model.sheetProperty().map(ChecklistSheet::open));
        last.managedProperty().bind(last.visibleProperty());
        var row = Cards.row(name, place, first, last);
        row.getStyleClass().add("stage-verbs");
        return row;
    }

    private void end() {
        FxThread.then(tools.dialogs().confirm(Say.it("checklist.end"),
                Say.it("checklist.end.text"), Say.it("checklist.end")), sure -> {
                    if (sure) {
                        model.end("");
                    }
                }, ChecklistView::bug);
    }

    private Node list() {
        var grid = new GridPane();
        grid.setId("checklist");
        grid.getStyleClass().add("checklist");
        grid.getColumnConstraints().setAll(wide(CODE), wide(TITLE), wide(MARKS), rest(),
                wide(TIME));
        grid.addRow(0, head("checklist.code"), head("checklist.item"), head("checklist.result"),
                head("checklist.note"), head("checklist.at"));
        int line = 1;
        for (var row : model.sheetProperty().get().rows()) {
            grid.addRow(line++, Cards.text(row.code()), Cards.text(row.title()), marks(row),
                    note(row), time(row));
        }
        return grid;
    }

    private static ColumnConstraints wide(double width) {
        var column = new ColumnConstraints(width);
        column.setMinWidth(width);
        return column;
    }

    private static ColumnConstraints rest() {
        var column = new ColumnConstraints();
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    private static Label head(String key) {
        var label = new Label(Say.it(key));
        label.getStyleClass().add("checklist-head");
        return label;
    }

    private Node marks(ChecklistSheet.Row row) {
        var box = new HBox();
        box.getStyleClass().add("check-marks");
        for (var result : CheckResult.values()) {
            var button = Buttons.toggle("check-" + row.code() + "-" + result, result.title());
            button.getStyleClass().add("mark-" + result.name().toLowerCase(java.util.Locale.ROOT));
            button.setSelected(row.result().filter(result::equals).isPresent());
            button.setAccessibleText(row.title() + " " + result.title());
            button.setDisable(!model.sheetProperty().get().open() && row.result().isEmpty());
            button.setOnAction(_ -> choose(row, result, button));
            box.getChildren().add(button);
        }
        return box;
    }

    private void choose(ChecklistSheet.Row row, CheckResult result, ToggleButton button) {
        button.setSelected(row.result().filter(result::equals).isPresent());
        if (!model.isChecked(row.code())) {
            model.check(row.code(), result, Optional.empty());
            return;
        }
        FxThread.then(tools.dialogs().reason(Say.it("checklist.correct"),
                Say.it("checklist.correct.text", row.code(), row.title()),
                Say.it("checklist.correct.verb")),
                reason -> reason.ifPresent(
                        text -> model.check(row.code(), result, Optional.of(text))),
                ChecklistView::bug);
    }

    private Node note(ChecklistSheet.Row row) {
        var field = new TextField();
        field.setId("note-" + row.code());
        field.setPromptText(Say.it("checklist.note.prompt"));
        field.setAccessibleText(row.title() + " " + Say.it("checklist.note"));
        field.textProperty().bindBidirectional(model.note(row.code()));
        return field;
    }

    private static Node time(ChecklistSheet.Row row) {
        var text = row.at().map(Times::clock).orElse("—");
        return Cards.hint(row.corrections() == 0
                ? text
                : Say.it("checklist.corrected", text, row.corrections()));
    }

    private static void bug(Throwable error) {
        throw new IllegalStateException(error);
    }
}
