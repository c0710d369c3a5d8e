package venue.evaluation.screen.signin;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import venue.domain.evaluation.Relation;
import venue.evaluation.Say;
import venue.evaluation.parts.Tools;
import venue.evaluation.screen.signin.SignInSheet.Row;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.Chip;
import venue.ui.Form;
import venue.ui.FxThread;
import venue.ui.RoleNames;
import venue.ui.Screen;
import venue.ui.Tables;
import venue.ui.WhyNot;

/// Draws a [SignInModel]. Ids: `#members`, `#handover-import`, `#show-bidders`, `#bidders`,
/// `#declare`, `#recuse`, `#recuse-relation`, `#recuse-reason`.
public final class SignInView implements Screen {

    private static final double LEFT = 620;
    private final SignInModel model;
    private final Tools tools;

    /// A view of `model`.
    public SignInView(SignInModel model, Tools tools) {
        this.model = model;
        this.tools = tools;
    }

    @Override
    public String id() {
        return "sign-in";
    }

    @Override
    public Parent node() {
        var members = Cards.card(Say.it("sign-in.members"), members());
        members.setPrefWidth(LEFT);
        members.setMinWidth(LEFT);
        var right = new VBox(Cards.card(Say.it("sign-in.bidders"), bidders()),
                Cards.card(Say.it("sign-in.promise"), promise()));
        right.getStyleClass().add("column");
        return Cards.page(Say.it("sign-in.title"), Say.it("sign-in.lead"),
                Cards.row(members, Cards.grow(right)));
    }

    private Node members() {
        var rows = FXCollections.observableArrayList(model.sheetProperty().get().rows());
        model.sheetProperty().addListener((_, _, sheet) -> rows.setAll(sheet.rows()));
        return Tables.of("members", rows)
                .column(Say.it("seat"), 56, row -> String.valueOf(row.seat()))
                .column(Say.it("name"), 92, Row::name)
                .column(Say.it("role"), 110, row -> RoleNames.of(row.role()))
                .column(Say.it("unit"), 220, Row::unit)
                .chips(Say.it("standing"), 110, row -> chip(row.standing())).tall(6).node();
    }

    private static Chip chip(SignInSheet.Standing standing) {
        var text = Say.it("sign-in.standing." + standing);
        return switch (standing) {
            case AWAITED -> Chip.idle(text);
            case PRESENT -> Chip.info(text);
            case DECLARED -> Chip.ok(text);
            case RECUSED -> Chip.bad(text);
        };
    }

    private Node bidders() {
        var box = new VBox();
        box.getStyleClass().add("column");
        Runnable draw = () -> box.getChildren().setAll(bidderParts());
        model.sheetProperty().addListener((_, before, now) -> {
            if (before.listShown() != now.listShown()) {
                draw.run();
            }
        });
        model.handedOverProperty().addListener((_, _, _) -> draw.run());
        draw.run();
        return box;
    }

    private List<Node> bidderParts() {
        if (!model.handedOverProperty().get()) {
            var bring = Buttons.plain("handover-import", Say.it("handover.import"),
                    () -> tools.files().open(Say.it("handover.import"), List.of())
                            .ifPresent(model::receive));
            return List.of(Cards.hint(Say.it("handover.awaited")), bring);
        }
        if (!model.sheetProperty().get().listShown()) {
            var show = Buttons.primary("show-bidders", Say.it("sign-in.show"),
                    model::showBidders);
            return List.of(Cards.hint(Say.it("sign-in.show.hint")),
                    WhyNot.bind(show, model.whyNotShow(), Say.WORDS));
        }
        var list = new VBox();
        list.setId("bidders");
        list.getStyleClass().add("numbered");
        int no = 0;
        for (var name : model.bidders()) {
            list.getChildren().add(Cards.text(Say.it("numbered", ++no, name)));
        }
        return List.of(list);
    }

    private Node promise() {
        var declare = Buttons.primary("declare", Say.it("sign-in.declare"), this::declare);
        var recuse = Buttons.danger("recuse", Say.it("sign-in.recuse"), this::recuse);
        var verbs = Cards.row(WhyNot.bind(declare, model.whyNotDeclare(), Say.WORDS),
                WhyNot.bind(recuse, model.whyNotRecuse(), Say.WORDS));
        var text = Cards.text(Say.it("sign-in.promise.text"));
        text.getStyleClass().add("promise");
        var box = new VBox(text, verbs);
        box.getStyleClass().add("column");
        return box;
    }

    private void declare() {
        FxThread.then(tools.dialogs().confirm(Say.it("sign-in.declare"),
                Say.it("sign-in.declare.sure"), Say.it("sign-in.declare.verb")), sure -> {
                    if (sure) {
                        model.declare();
                    }
                }, SignInView::bug);
    }

    private void recuse() {
        var relation = new ComboBox<Relation>();
        relation.setId("recuse-relation");
        relation.getItems().setAll(Relation.values());
        relation.setValue(Relation.ECONOMIC_INTEREST);
        relation.setConverter(new RelationNames());
        var reason = new TextArea();
        reason.setId("recuse-reason");
        reason.setWrapText(true);
        reason.setPrefRowCount(3);
        var form = new Form().row(Say.it("recuse.relation"), relation)
                .row(Say.it("recuse.reason"), reason).node();
        var ok = Buttons.danger("dialog-ok", Say.it("recuse.verb"), () -> {});
        ok.disableProperty().bind(reason.textProperty().map(String::isBlank));
        FxThread.then(tools.dialogs().ask(Say.it("sign-in.recuse"), Say.it("recuse.text"), form,
                ok, () -> reason.getText().strip()),
                given -> given.ifPresent(text -> model.recuse(relation.getValue(), text)),
                SignInView::bug);
    }

    private static void bug(Throwable error) {
        throw new IllegalStateException(error);
    }

    private static final class RelationNames extends StringConverter<Relation> {

        @Override
        public String toString(Relation relation) {
            return Say.it("relation." + relation);
        }

        @Override
        public Relation fromString(String text) {
            throw new UnsupportedOperationException("the box is not typed into");
        }
    }
}
