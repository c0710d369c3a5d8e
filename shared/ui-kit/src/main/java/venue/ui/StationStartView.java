package venue.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Draws a [StationStartModel].
final class StationStartView {

    private static final List<String> MEDIA = List.of("p12", "pfx");

    private final StationStartModel model;
    private final FileChoice files;
    private final VBox root = new VBox();
    private Subscription watched = Subscription.EMPTY;

    StationStartView(StationStartModel model, FileChoice files) {
        this.model = model;
        this.files = files;
        root.getStyleClass().addAll("page", "start");
    }

    Parent node() {
        watched.unsubscribe();
        watched = model.phaseProperty().subscribe(this::draw);
        return root;
    }

    private void draw(StationStartModel.Phase phase) {
        root.getChildren().setAll(switch (phase) {
            case STATION -> List.of(station());
            case PEOPLE -> List.of(people(), present());
        });
        if (root.getScene() != null) {
            root.applyCss();
            FocusOrder.first(root).ifPresent(Node::requestFocus);
        }
    }

    private VBox station() {
        var pin = pinField("station-pin", Say.it("start.station.pin"));
        var open = Buttons.primary("station-open", Say.it("start.station.open"),
                () -> model.open(taken(pin)));
        open.disableProperty().bind(pin.textProperty().isEmpty().or(model.workingProperty()));
        pin.disableProperty().bind(model.workingProperty());
        pin.setOnAction(_ -> open.fire());
        var form = new Form().row(Say.it("start.station.pin"), pin).line(open).node();
        return card(Say.it("start.station.title"), Say.it("start.station.lead"), form,
                startUp(), trouble());
    }

    private VBox people() {
        var medium = new TextField();
        medium.setId("token-file");
        medium.setPromptText(Say.it("start.medium.prompt"));
        medium.textProperty().bindBidirectional(model.mediumProperty());
        var browse = Buttons.plain("token-browse", Say.it("start.medium.browse"),
                () -> files.open(Say.it("start.medium.browse.title"), MEDIA)
                        .ifPresent(path -> model.mediumProperty().set(path.toString())));
        var file = new HBox(Cards.grow(medium), browse);
        file.getStyleClass().add("parts");
        medium.setAccessibleText(Say.it("start.medium"));
        var pin = pinField("token-pin", Say.it("start.medium.pin"));
        var signIn = Buttons.primary("sign-in", Say.it("start.sign-in"),
                () -> model.signIn(taken(pin)));
        signIn.disableProperty().bind(pin.textProperty().isEmpty()
                .or(medium.textProperty().isEmpty()).or(model.workingProperty()));
        pin.setOnAction(_ -> signIn.fire());
        var form = new Form().row(Say.it("start.medium"), file)
                .row(Say.it("start.medium.pin"), pin).line(signIn).node();
        return card(Say.it("start.people.title"), Say.it("start.people.lead"), form, trouble());
    }

    private VBox present() {
        var list = new VBox();
        list.setId("signed-in");
        list.getStyleClass().add("dialog-form");
        fill(list, model.people(), StationStartView::person, Say.it("start.present.nobody"));
        var go = Buttons.primary("start-continue", Say.it("start.continue"), model::goOn);
        go.disableProperty().bind(model.readyProperty().not().or(model.workingProperty()));
        var why = Cards.hint(Say.it("start.continue.why"));
        why.setId("start-continue-why");
        why.visibleProperty().bind(model.readyProperty().not());
        why.managedProperty().bind(why.visibleProperty());
        var card = Cards.card(Say.it("start.present.title"), list, go, why);
        card.getStyleClass().add("start-card");
        return card;
    }

    private static Node person(StartDoor.SignedIn person) {
        var name = Cards.text(person.name());
        name.getStyleClass().add("notice-title");
        var line = new HBox(Marks.dot(Tone.OK), name, Chip.info(person.roles()).node(),
                Cards.grow(Cards.text(person.unit())), Cards.hint(person.certificate()));
        line.getStyleClass().add("signed-in");
        return line;
    }

    private VBox startUp() {
        var list = new VBox();
        list.setId("start-steps");
        list.getStyleClass().add("dialog-form");
        fill(list, model.steps(), StationStartView::step, "");
        var bar = new ProgressBar();
        bar.setId("start-progress");
        bar.progressProperty().bind(model.progressProperty());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.visibleProperty().bind(model.workingProperty());
        bar.managedProperty().bind(bar.visibleProperty());
        var counted = Cards.hint("");
        counted.setId("start-counted");
        counted.textProperty().bind(model.countedProperty());
        counted.visibleProperty()
                .bind(bar.visibleProperty().and(model.countedProperty().isNotEmpty()));
        counted.managedProperty().bind(counted.visibleProperty());
        return new VBox(list, bar, counted);
    }

    private static Node step(StationStartModel.Step step) {
        var badge = new StackPane(switch (step.state()) {
            case DONE -> Marks.tick();
            case ALERT -> Marks.alert();
            case CURRENT, TODO -> new Label("…");
        });
        badge.getStyleClass().add("step-badge");
        var line = new HBox(badge, Cards.text(step.title()));
        line.getStyleClass().addAll("start-step", step.state().name().toLowerCase(Locale.ROOT));
        line.setAccessibleText(step.title() + " " + Say.it("step." + step.state()));
        return line;
    }

    private Node trouble() {
        var what = Cards.text("");
        what.setId("trouble-what");
        what.getStyleClass().add("text-first");
        var next = Cards.text("");
        next.setId("trouble-next");
        what.textProperty().bind(said(t -> Say.it("start.trouble", t.what(), t.code())));
        next.textProperty().bind(said(t -> Say.it("notice.next", t.next())));
        var box = new VBox(what, next);
        box.setId("trouble");
        box.getStyleClass().add("trouble");
        box.visibleProperty().bind(model.troubleProperty().map(Optional::isPresent));
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private ObservableValue<String> said(
            java.util.function.Function<StationStartModel.Trouble, String> sentence) {
        return model.troubleProperty().map(trouble -> trouble.map(sentence).orElse(""));
    }

    private static VBox card(String title, String lead, Node... parts) {
        var card = Cards.card("", Cards.heading(title), Cards.lead(lead));
        card.getChildren().addAll(parts);
        card.getStyleClass().add("start-card");
        return card;
    }

    private static <T> void fill(VBox list, ObservableList<T> items,
            java.util.function.Function<T, Node> node, String none) {
        Runnable draw = () -> {
            list.getChildren().setAll(items.stream().map(node).toList());
            if (items.isEmpty() && !none.isEmpty()) {
                list.getChildren().setAll(Cards.hint(none));
            }
        };
        items.addListener((ListChangeListener<T>) _ -> draw.run());
        draw.run();
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
