package venue.evaluation.screen.replacement;

import javafx.beans.binding.Bindings;
import javafx.scene.Parent;
import venue.evaluation.Say;
import venue.evaluation.parts.HostProof;
import venue.evaluation.parts.Times;
import venue.evaluation.parts.Tools;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.Form;
import venue.ui.Screen;

/// Draws a [ReplacementModel]. Ids: `#host-token`, `#host-pin`, `#replace`.
public final class ReplacementView implements Screen {

    private static final double WIDTH = 540;
    private final ReplacementModel model;
    private final Tools tools;

    /// A view of `model`.
    public ReplacementView(ReplacementModel model, Tools tools) {
        this.model = model;
        this.tools = tools;
    }

    @Override
    public String id() {
        return "replacement";
    }

    @Override
    public Parent node() {
        var sheet = model.sheetProperty().get();
        var facts = new Form().fact(Say.it("replacement.leaving"), sheet.leaving())
                .fact(Say.it("recuse.relation"),
                        sheet.relation().map(relation -> Say.it("relation." + relation))
                                .orElse(""))
                .fact(Say.it("recuse.reason"), sheet.reason())
                .fact(Say.it("replacement.at"), sheet.at().map(Times::second).orElse(""))
                .fact(Say.it("replacement.next"),
                        sheet.substitute().map(next -> next.name() + "（" + next.unit() + "）")
                                .orElse(Say.it("replacement.none")));
        var proof = new HostProof(tools.files());
        var replace = Buttons.primary("replace", Say.it("replacement.verb"),
                () -> model.replace(proof.medium(), proof.takePin()));
        replace.disableProperty().bind(proof.isIncomplete().or(model.workingProperty())
                .or(Bindings.createBooleanBinding(
                        () -> model.sheetProperty().get().substitute().isEmpty(),
                        model.sheetProperty())));
        var card = Cards.card(Say.it("replacement.locked"), facts.node());
        var host = Cards.card(Say.it("replacement.host"),
                Cards.hint(Say.it("replacement.host.hint")), proof.on(new Form()).node(),
                replace);
        card.setPrefWidth(WIDTH);
        host.setPrefWidth(WIDTH);
        return Cards.page(Say.it("replacement.title"), Say.it("replacement.lead"),
                Cards.row(card, host));
    }
}
