package venue.witness.screen.notice;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import venue.domain.witness.Delivery;
import venue.domain.witness.Incident;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.FxThread;
import venue.ui.Form;
import venue.ui.Screen;
import venue.ui.WhyNot;
import venue.witness.Say;
import venue.witness.parts.IncidentBox;
import venue.witness.parts.PagesView;
import venue.witness.parts.Times;
import venue.witness.parts.Tools;

/// Draws a [NoticeModel]. Ids: `#notice-incident`, `#notice-text`, `#notice-oral`,
/// `#notice-written`, `#receipt-reply`, `#receipt-sign`, `#receipt-token`, `#receipt-pin`,
/// `#receipt-refuse`, `#receipt-electronic`, `#incident-close`, `#incident-escalate`,
/// `#notice-steps`.
public final class NoticeView implements Screen {

    private static final double SIDE = 470;
    private final NoticeModel model;
    private final Tools tools;

    /// A view of `model`.
    public NoticeView(NoticeModel model, Tools tools) {
        this.model = model;
        this.tools = tools;
    }

    @Override
    public String id() {
        return "notice";
    }

    @Override
    public void shown() {
        model.render();
    }

    @Override
    public Parent node() {
        var side = new VBox(Cards.card(Say.it("notice.tell"), tell()),
                Cards.card(Say.it("notice.receipt"), receipt()));
        side.getStyleClass().add("column");
        side.setPrefWidth(SIDE);
        side.setMinWidth(SIDE);
        var paper = new VBox(Cards.grow(new PagesView(model.pages()).node()), steps());
        paper.getStyleClass().add("column");
        return Cards.page(Say.it("notice.title"), Say.it("notice.lead"),
                IncidentBox.of("notice-incident", model.pick()),
                Cards.grow(Cards.row(side, Cards.grow(paper))));
    }

    private Node tell() {
        var text = area("notice-text", 3);
        text.textProperty().bindBidirectional(model.textProperty());
        var oral = Buttons.plain("notice-oral", Say.it("notice.oral"), model::prompt);
        var written = Buttons.primary("notice-written", Say.it("notice.written"),
                model::notifyInWriting);
        oral.disableProperty().bind(model.whyNotNotify().map(why -> why.isPresent()));
        var verbs = Cards.row(oral, Cards.grow(
                WhyNot.bind(written, model.whyNotNotify(), Say.WORDS)));
        return column(text, verbs);
    }

    private Node receipt() {
        var reply = area("receipt-reply", 2);
        reply.setPromptText(Say.it("notice.reply.prompt"));
        reply.textProperty().bindBidirectional(model.replyProperty());
        var sign = Buttons.primary("receipt-sign", Say.it("notice.sign"), this::sign);
        var refuse = Buttons.plain("receipt-refuse", Delivery.REFUSED.title(),
                () -> model.deliver(Delivery.REFUSED));
        var electronic = Buttons.plain("receipt-electronic", Delivery.ELECTRONIC.title(),
                () -> model.deliver(Delivery.ELECTRONIC));
        for (var button : List.of(refuse, electronic)) {
            button.disableProperty().bind(model.whyNotDeliver().map(why -> why.isPresent()));
        }
        var close = Buttons.plain("incident-close", Say.it("notice.close"), this::close);
        var escalate = Buttons.quiet("incident-escalate", Say.it("notice.escalate"),
                this::escalate);
        return column(reply,
                Cards.row(WhyNot.bind(sign, model.whyNotDeliver(), Say.WORDS), refuse,
                        electronic),
                WhyNot.bind(close, model.whyNotClose(), Say.WORDS),
                WhyNot.bind(escalate, model.whyNotEscalate(), Say.WORDS));
    }

    private static VBox column(Node... parts) {
        var box = new VBox(parts);
        box.getStyleClass().add("column");
        return box;
    }

    private static TextArea area(String id, int rows) {
        var area = new TextArea();
        area.setId(id);
        area.setWrapText(true);
        area.setPrefRowCount(rows);
        area.setMinHeight(TextArea.USE_PREF_SIZE);
        return area;
    }

    private Node steps() {
        var list = new VBox();
        list.setId("notice-steps");
        Runnable draw = () -> list.getChildren().setAll(model.pick().chosen()
                .map(NoticeView::lines).orElse(List.of()));
        model.pick().chosenProperty().addListener((_, _, _) -> draw.run());
        draw.run();
        return list;
    }

    private static List<Node> lines(Incident one) {
        var lines = new java.util.ArrayList<Node>();
        lines.add(Cards.text(Say.it("notice.step.recorded", Times.clock(one.recorded().at()),
                one.recorded().facts())));
        one.notices().forEach(notice -> lines.add(Cards.text(Say.it("notice.step.notified",
                Times.clock(notice.at()), notice.form().title(), notice.number()))));
        one.delivery().ifPresent(taken -> lines.add(Cards.text(Say.it("notice.step.delivered",
                Times.clock(taken.at()), taken.delivery().title(), taken.receiver(),
                taken.reply()))));
        one.escalation().ifPresent(raised -> lines.add(Cards.text(
                Say.it("notice.step.raised", Times.clock(raised.at()), raised.reason()))));
        one.closed().ifPresent(closed -> lines.add(Cards.text(
                Say.it("notice.step.closed", Times.clock(closed.at()), closed.outcome()))));
        return lines;
    }

    private void sign() {
        var medium = new TextField();
        medium.setId("receipt-token");
        var browse = Buttons.plain("receipt-browse", Say.it("browse"),
                () -> tools.files().open(Say.it("notice.token"), List.of("p12", "pfx"))
                        .ifPresent(file -> medium.setText(file.toString())));
        var pin = new PasswordField();
        pin.setId("receipt-pin");
        var form = new Form().row(Say.it("notice.token"), Cards.row(Cards.grow(medium), browse))
                .row(Say.it("notice.pin"), pin).node();
        FxThread.then(tools.dialogs().ask(Say.it("notice.sign"), Say.it("notice.sign.text"), form,
                Buttons.primary("dialog-ok", Say.it("notice.sign.verb"), () -> {}),
                () -> Path.of(medium.getText().strip())),
                given -> given.ifPresent(
                        file -> model.sign(file, pin.getText().toCharArray())),
                NoticeView::bug);
    }

    private void close() {
        FxThread.then(
                tools.dialogs().reason(Say.it("notice.close"), Say.it("notice.close.text"),
                        Say.it("notice.close.verb")),
                outcome -> outcome.ifPresent(model::close), NoticeView::bug);
    }

    private void escalate() {
        FxThread.then(
                tools.dialogs().reason(Say.it("notice.escalate"),
                        Say.it("notice.escalate.text"), Say.it("notice.escalate.verb")),
                reason -> reason.ifPresent(model::escalate), NoticeView::bug);
    }

    private static void bug(Throwable error) {
        throw new IllegalStateException(error);
    }
}
