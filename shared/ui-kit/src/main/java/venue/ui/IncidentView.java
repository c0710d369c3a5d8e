package venue.ui;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Draws an [IncidentModel]. Node ids: `#incident`, `#incident-what`, `#incident-means`,
/// `#incident-steps`, `#incident-copy`, `#incident-export`, `#restore-backup`, `#restore-own`,
/// `#incident-exit`, `#incident-done`.
final class IncidentView implements Screen {

    private final IncidentModel model;
    private final FileChoice files;
    private final Runnable exit;

    IncidentView(IncidentModel model, FileChoice files, Runnable exit) {
        this.model = model;
        this.files = files;
        this.exit = exit;
    }

    @Override
    public String id() {
        return "incident";
    }

    @Override
    public Parent node() {
        var sheet = model.sheet();
        var done = Cards.text("");
        done.setId("incident-done");
        done.textProperty().bind(model.doneProperty());
        done.visibleProperty().bind(model.doneProperty().isNotEmpty());
        done.managedProperty().bind(done.visibleProperty());
        var columns = Cards.wrap(found(sheet), advice(sheet));
        var page = Cards.page(Say.it("incident.title"), Say.it("incident.lead"), verbs(), done,
                columns);
        page.setId("incident");
        page.getStyleClass().add("incident");
        return page;
    }

    private Node verbs() {
        return Cards.wrap(
                Buttons.primary("incident-export", Say.it("incident.export"),
                        () -> files.folder(Say.it("incident.export.folder"))
                                .ifPresent(model::export)),
                Buttons.plain("incident-copy", Say.it("incident.copy"), model::copyText),
                Buttons.plain("restore-backup", Say.it("incident.restore.backup"),
                        () -> model.restore(false)),
                Buttons.plain("restore-own", Say.it("incident.restore.own"),
                        () -> model.restore(true)),
                Buttons.plain("incident-exit", Say.it("incident.exit"), exit));
    }

    private static Node found(IncidentSheet sheet) {
        var what = Cards.text(sheet.what());
        what.setId("incident-what");
        what.getStyleClass().add("text-first");
        var trouble = new VBox(what);
        trouble.getStyleClass().add("trouble");
        var form = new Form();
        sheet.facts().forEach(fact -> form.fact(fact.name(), fact.value()));
        return column(Cards.card(Say.it("incident.found"), trouble, form.node()));
    }

    private static Node advice(IncidentSheet sheet) {
        var means = new VBox();
        means.setId("incident-means");
        means.getStyleClass().add("dialog-form");
        sheet.means().forEach(text -> means.getChildren().add(Cards.text(text)));
        var steps = new VBox();
        steps.setId("incident-steps");
        steps.getStyleClass().add("dialog-form");
        int number = 1;
        for (var step : sheet.steps()) {
            var text = Cards.grow(Cards.text(step));
            var line = new HBox(Chip.info(number++ + "").node(), text);
            line.getStyleClass().add("start-step");
            steps.getChildren().add(line);
        }
        return column(Cards.card(Say.it("incident.means"), means),
                Cards.card(Say.it("incident.steps"), steps));
    }

    private static VBox column(Node... cards) {
        var column = new VBox(cards);
        column.getStyleClass().add("incident-column");
        return column;
    }
}
