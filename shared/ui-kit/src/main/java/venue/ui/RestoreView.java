package venue.ui;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import venue.workstation.Salvage;

/// Draws a [RestoreModel]. Node ids: `#restore`, `#restore-source`, `#restore-browse`,
/// `#restore-pin`, `#restore-look`, `#restore-plan`, `#restore-lost`, `#restore-reason`,
/// `#restore-first`, `#restore-first-pin`, `#restore-second`, `#restore-second-pin`,
/// `#restore-run`, `#restore-result`, `#restore-continue`, `#restore-back`.
final class RestoreView implements Screen {

    private static final List<String> MEDIA = List.of("p12", "pfx");

    private final RestoreModel model;
    private final FileChoice files;
    private final VBox root = new VBox();
    private Subscription watched = Subscription.EMPTY;

    RestoreView(RestoreModel model, FileChoice files) {
        this.model = model;
        this.files = files;
        root.setId("restore");
        root.getStyleClass().addAll("page", "start");
    }

    @Override
    public String id() {
        return "restore";
    }

    @Override
    public Parent node() {
        watched.unsubscribe();
        watched = model.stageProperty().subscribe(this::draw);
        return root;
    }

    @Override
    public void hidden() {
        watched.unsubscribe();
        watched = Subscription.EMPTY;
        model.hidden();
    }

    private void draw(RestoreModel.Stage stage) {
        root.getChildren().setAll(switch (stage) {
            case RestoreModel.Stage.Source _ -> List.of(source());
            case RestoreModel.Stage.Planned(var sheet) ->
                List.of(Cards.wrap(column(plan(sheet)), column(approval())));
            case RestoreModel.Stage.Done(int generation, long size) ->
                List.of(result(generation, size));
        });
        if (root.getScene() != null) {
            root.applyCss();
            FocusOrder.first(root).ifPresent(Node::requestFocus);
        }
    }

    private Node source() {
        var field = new TextField();
        field.setId("restore-source");
        field.textProperty().bindBidirectional(model.sourceProperty());
        field.setEditable(!model.own());
        var line = new HBox(Cards.grow(field));
        line.getStyleClass().add("parts");
        if (!model.own()) {
            line.getChildren().add(Buttons.plain("restore-browse", Say.it("start.medium.browse"),
                    () -> files.folder(Say.it("restore.source.choose"))
                            .ifPresent(path -> model.sourceProperty().set(path.toString()))));
        }
        field.setAccessibleText(Say.it("restore.source"));
        var pin = pinField("restore-pin", Say.it("start.station.pin"));
        var look = Buttons.primary("restore-look", Say.it("restore.look"),
                () -> model.look(taken(pin)));
        look.disableProperty()
                .bind(pin.textProperty().isEmpty().or(field.textProperty().isEmpty()));
        pin.setOnAction(_ -> look.fire());
        var form = new Form().row(Say.it("restore.source"), line)
                .row(Say.it("start.station.pin"), pin).line(Cards.wrap(look, back())).node();
        return card(Say.it("restore.title"), Say.it(model.own()
                ? "restore.lead.own"
                : "restore.lead.backup"), form);
    }

    private Node plan(RestoreSheet sheet) {
        var form = new Form();
        sheet.facts().forEach(fact -> form.fact(fact.name(), fact.value()));
        var lost = Cards.text(sheet.lost());
        lost.setId("restore-lost");
        var node = card(Say.it("restore.plan"), Say.it("restore.plan.lead"), form.node(), lost);
        node.setId("restore-plan");
        return node;
    }

    private Node approval() {
        var reason = new TextArea();
        reason.setId("restore-reason");
        reason.setWrapText(true);
        reason.setPrefRowCount(2);
        reason.setPromptText(Say.it("restore.reason.prompt", Salvage.REASON_LEAST));
        reason.textProperty().bindBidirectional(model.reasonProperty());
        Dialogs.tabLeaves(reason);
        var first = field(model.firstProperty());
        var firstPin = pinField("restore-first-pin", Say.it("dialog.first.pin"));
        var second = field(model.secondProperty());
        var secondPin = pinField("restore-second-pin", Say.it("dialog.second.pin"));
        var run = Buttons.danger("restore-run", Say.it("restore.run"),
                () -> model.run(medium(first, firstPin), medium(second, secondPin)));
        run.disableProperty().bind(Bindings.createBooleanBinding(
                () -> characters(model.reasonProperty().get().strip()) < Salvage.REASON_LEAST
                        || List.of(first, firstPin, second, secondPin).stream()
                                .anyMatch(field -> field.getText().isBlank()),
                model.reasonProperty(), first.textProperty(), firstPin.textProperty(),
                second.textProperty(), secondPin.textProperty()));
        var form = new Form()
                .row(Say.it("restore.reason"), reason)
                .row(Say.it("dialog.first"), chosen("restore-first", first))
                .row(Say.it("dialog.first.pin"), firstPin)
                .row(Say.it("dialog.second"), chosen("restore-second", second))
                .row(Say.it("dialog.second.pin"), secondPin, Say.it("restore.two.hint"))
                .line(Cards.wrap(run, back())).node();
        return card(Say.it("restore.approve"), Say.it("restore.approve.lead"), form);
    }

    private static TextField field(StringProperty path) {
        var field = new TextField();
        field.textProperty().bindBidirectional(path);
        return field;
    }

    private static VBox column(Node card) {
        var column = new VBox(card);
        column.getStyleClass().add("incident-column");
        return column;
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    private HBox chosen(String id, TextField field) {
        field.setId(id);
        field.setPromptText(Say.it("start.medium.prompt"));
        field.setAccessibleText(Say.it("start.medium"));
        var browse = Buttons.plain(id + "-browse", Say.it("start.medium.browse"),
                () -> files.open(Say.it("start.medium.browse.title"), MEDIA)
                        .ifPresent(path -> field.setText(path.toString())));
        var line = new HBox(Cards.grow(field), browse);
        line.getStyleClass().add("parts");
        return line;
    }

    private Node result(int generation, long size) {
        var result = Cards.text(Say.it("restore.result", generation, size));
        result.setId("restore-result");
        result.getStyleClass().add("notice-title");
        return card(Say.it("restore.done"), Say.it("restore.done.lead"), result,
                Cards.text(Say.it("restore.done.next")), Buttons.primary("restore-continue",
                        Say.it("restore.continue"), model::goOn));
    }

    private Node back() {
        return Buttons.plain("restore-back", Say.it("restore.back"), model::back);
    }

    private static RestoreModel.Medium medium(TextField file, PasswordField pin) {
        return new RestoreModel.Medium(Path.of(file.getText().strip()), taken(pin));
    }

    private static VBox card(String title, String lead, Node... parts) {
        var card = Cards.card("", Cards.heading(title), Cards.lead(lead));
        card.getChildren().addAll(parts);
        card.getStyleClass().add("start-card");
        return card;
    }

    private static PasswordField pinField(String id, String name) {
        var field = new PasswordField();
        field.setId(id);
        field.setAccessibleText(name);
        return field;
    }

    private static char[] taken(PasswordField field) {
        var pin = field.getText().toCharArray();
        field.clear();
        return pin;
    }
}
