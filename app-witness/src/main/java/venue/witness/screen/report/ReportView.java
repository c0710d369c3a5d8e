package venue.witness.screen.report;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import venue.domain.witness.Incident;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.Chip;
import venue.ui.Form;
import venue.ui.FxThread;
import venue.ui.Screen;
import venue.ui.WhyNot;
import venue.witness.Say;
import venue.witness.parts.IncidentBox;
import venue.witness.parts.PagesView;
import venue.witness.parts.Times;
import venue.witness.parts.Tools;

/// Draws a [ReportModel]. Ids: `#report-incident`, `#department`, `#report-send`, `#receiver`,
/// `#receipt-number`, `#report-received`, `#report-standing`.
public final class ReportView implements Screen {

    private static final double SIDE = 400;
    private final ReportModel model;
    private final Tools tools;

    /// A view of `model`.
    public ReportView(ReportModel model, Tools tools) {
        this.model = model;
        this.tools = tools;
    }

    @Override
    public String id() {
        return "report";
    }

    @Override
    public void shown() {
        model.render();
    }

    @Override
    public Parent node() {
        var side = new VBox(Cards.card(Say.it("report.to"), send()),
                Cards.card(Say.it("report.receipt"), receipt()), standing());
        side.getStyleClass().add("column");
        side.setPrefWidth(SIDE);
        side.setMinWidth(SIDE);
        return Cards.page(Say.it("report.title"), Say.it("report.lead"),
                IncidentBox.of("report-incident", model.pick()),
                Cards.grow(Cards.row(Cards.grow(new PagesView(model.pages()).node()), side)));
    }

    private Node send() {
        var department = new ComboBox<>(model.departments());
        department.setId("department");
        department.setMaxWidth(Double.MAX_VALUE);
        department.setValue(model.departmentProperty().get());
        model.departmentProperty().addListener((_, _, now) -> department.setValue(now));
        department.setOnAction(_ -> {
            if (department.getValue() != null) {
                model.departmentProperty().set(department.getValue());
                model.render();
            }
        });
        var send = Buttons.primary("report-send", Say.it("report.send"), this::ask);
        var box = new VBox(department, Cards.hint(Say.it("report.hint")),
                WhyNot.bind(send, model.whyNotSend(), Say.WORDS));
        box.getStyleClass().add("column");
        return box;
    }

    private Node receipt() {
        var receiver = new TextField();
        receiver.setId("receiver");
        receiver.textProperty().bindBidirectional(model.receiverProperty());
        var number = new TextField();
        number.setId("receipt-number");
        number.textProperty().bindBidirectional(model.receiptProperty());
        var received = Buttons.plain("report-received", Say.it("report.received"),
                model::received);
        var box = new VBox(new Form().row(Say.it("report.receiver"), receiver)
                .row(Say.it("report.number"), number).node(),
                WhyNot.bind(received, model.whyNotReceived(), Say.WORDS));
        box.getStyleClass().add("column");
        return box;
    }

    private Node standing() {
        var box = new VBox();
        box.setId("report-standing");
        box.getStyleClass().add("column");
        Runnable draw = () -> box.getChildren().setAll(model.pick().chosen()
                .map(ReportView::lines).orElse(java.util.List.of()));
        model.pick().chosenProperty().addListener((_, _, _) -> draw.run());
        draw.run();
        return box;
    }

    private static java.util.List<Node> lines(Incident one) {
        var lines = new java.util.ArrayList<Node>();
        one.report().ifPresent(told -> {
            lines.add(Chip.ok(Say.it("report.told")).node());
            lines.add(Cards.text(Say.it("report.told.text", Times.clock(told.at()),
                    told.department(), told.number())));
            lines.add(Cards.hint(Say.it("report.package", told.evidence().brief())));
        });
        one.receipt().ifPresent(taken -> lines.add(Cards.text(Say.it("report.taken",
                Times.clock(taken.at()), taken.receiver(), taken.receiptNumber()))));
        return lines;
    }

    private void ask() {
        FxThread.then(tools.dialogs().confirm(Say.it("report.send"),
                Say.it("report.sure", model.departmentProperty().get()),
                Say.it("report.send.verb")), sure -> {
                    if (sure) {
                        model.send();
                    }
                }, error -> {
                    throw new IllegalStateException(error);
                });
    }
}
