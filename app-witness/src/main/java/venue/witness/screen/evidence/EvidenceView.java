package venue.witness.screen.evidence;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import venue.domain.base.Digest;
import venue.domain.witness.Exhibit;
import venue.domain.witness.ExhibitKind;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.Chip;
import venue.ui.Form;
import venue.ui.FxThread;
import venue.ui.Screen;
import venue.ui.Tables;
import venue.ui.WhyNot;
import venue.witness.Say;
import venue.witness.parts.IncidentBox;
import venue.witness.parts.Tools;
import venue.witness.screen.evidence.EvidenceModel.LedgerLine;

/// Draws an [EvidenceModel]. Ids: `#evidence-incident`, `#evidence-title`, `#evidence-file`,
/// `#evidence-second`, `#evidence-photo`, `#evidence-add`, `#evidence-window`, `#exhibits`,
/// `#ledger`, `#exhibit-verify`, `#exhibit-hand-over`, `#hand-over-to`, `#hand-over-reason`.
public final class EvidenceView implements Screen {

    private final EvidenceModel model;
    private final Tools tools;
    private final WindowPicture picture;

    /// @param picture takes the picture of the window
    public EvidenceView(EvidenceModel model, Tools tools, WindowPicture picture) {
        this.model = model;
        this.tools = tools;
        this.picture = picture;
    }

    /// Takes the picture of the window and gives it to the model.
    public interface WindowPicture {
        /// Takes it now.
        void take();
    }

    @Override
    public String id() {
        return "evidence";
    }

    @Override
    public Parent node() {
        return Cards.page(Say.it("evidence.title"), Say.it("evidence.lead"),
                Cards.card("", form()), exhibits(),
                Cards.card(Say.it("evidence.ledger"), verbs(), ledger()));
    }

    private Node form() {
        var title = field("evidence-title", Say.it("evidence.name.prompt"));
        title.textProperty().bindBidirectional(model.titleProperty());
        var file = field("evidence-file", Say.it("evidence.file.prompt"));
        file.textProperty().bindBidirectional(model.fileProperty());
        var second = field("evidence-second", Say.it("evidence.second.prompt"));
        second.textProperty().bindBidirectional(model.secondProperty());
        var browse = Buttons.plain("evidence-browse", Say.it("browse"),
                () -> tools.files().open(Say.it("evidence.file"), List.of())
                        .ifPresent(path -> file.setText(path.toString())));
        var photo = Buttons.primary("evidence-photo", Say.it("evidence.photo"),
                () -> model.add(ExhibitKind.PHOTO));
        var other = Buttons.plain("evidence-add", Say.it("evidence.add"),
                () -> model.add(ExhibitKind.FILE));
        var window = Buttons.plain("evidence-window", Say.it("evidence.window"), picture::take);
        needFile(photo, false);
        needFile(other, true);
        window.disableProperty().bind(model.whyNot().map(Optional::isPresent));
        return new Form()
                .row(Say.it("evidence.incident"),
                        IncidentBox.of("evidence-incident", model.pick()))
                .row(Say.it("evidence.name"), Cards.row(Cards.grow(title), Cards.grow(second)))
                .row(Say.it("evidence.file"), Cards.row(Cards.grow(file), browse))
                .line(Cards.row(photo, other, window,
                        WhyNot.bind(caption(), model.whyNot(), Say.WORDS)))
                .node();
    }

    private void needFile(Button button, boolean any) {
        button.disableProperty().bind(javafx.beans.binding.Bindings.createBooleanBinding(
                () -> model.whyNot().getValue().isPresent()
                        || model.fileProperty().get().isBlank()
                        || !any && !model.fileProperty().get()
                                .matches("(?i).*\\.(png|jpe?g|bmp|tiff?)\\s*"),
                model.whyNot(), model.fileProperty()));
    }

    /// The place of the sentence that says why none of the buttons can be pressed.
    private static Button caption() {
        var button = Buttons.quiet("evidence-keep", "", () -> {});
        button.setVisible(false);
        button.setManaged(false);
        return button;
    }

    private static TextField field(String id, String prompt) {
        var field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        return field;
    }

    private Node exhibits() {
        var table = Tables.of("exhibits", model.exhibits())
                .column(Say.it("number"), 70, one -> one.id().brief())
                .column(Say.it("evidence.incident"), 80,
                        one -> one.begun().incident().map(id -> id.brief()).orElse("—"))
                .column(Say.it("evidence.kind"), 90, one -> one.begun().kind().title())
                .column(Say.it("evidence.name"), one -> one.begun().title())
                .column(Say.it("evidence.origin"), 90, one -> one.begun().origin().title())
                .column("SHA-256", 190, one -> one.sha256().map(Digest::brief).orElse("—"))
                .column("SM3", 190, one -> one.sm3().map(Digest::brief).orElse("—"))
                .chips(Say.it("standing"), 110, EvidenceView::standing)
                .whenEmpty(Say.it("evidence.none")).tall(3).node();
        table.getSelectionModel().selectedItemProperty().addListener((_, _, one) -> {
            if (one != null) {
                model.chosenProperty().set(Optional.of(one.id()));
            }
        });
        return table;
    }

    private static Chip standing(Exhibit one) {
        if (one.isRunning()) {
            return Chip.warn(Say.it("evidence.running"));
        }
        if (!one.isKept()) {
            return Chip.bad(Say.it("evidence.broken"));
        }
        return one.duplicateOf().map(of -> Chip.info(Say.it("evidence.duplicate", of.brief())))
                .orElse(Chip.ok(Say.it("evidence.kept")));
    }

    private Node ledger() {
        return Tables.of("ledger", model.ledger()).column(Say.it("at"), 160, LedgerLine::at)
                .column(Say.it("evidence.act"), 80, LedgerLine::act)
                .column(Say.it("evidence.from"), 140, LedgerLine::from)
                .column(Say.it("evidence.to"), 160, LedgerLine::to)
                .column(Say.it("evidence.reason"), LedgerLine::reason)
                .chips(Say.it("evidence.hash"), 110, line -> line.verified()
                        ? Chip.ok(Say.it("evidence.hash.same"))
                        : Chip.idle(Say.it("evidence.hash.unchecked")))
                .whenEmpty(Say.it("evidence.ledger.none")).tall(2).node();
    }

    private Node verbs() {
        var verify = Buttons.plain("exhibit-verify", Say.it("evidence.verify"), model::verify);
        var give = Buttons.quiet("exhibit-hand-over", Say.it("evidence.hand-over"),
                this::handOver);
        for (var button : List.of(verify, give)) {
            button.disableProperty().bind(model.chosenProperty().map(Optional::isEmpty));
        }
        return Cards.row(verify, give);
    }

    private void handOver() {
        var to = field("hand-over-to", Say.it("evidence.to"));
        var reason = field("hand-over-reason", Say.it("evidence.reason"));
        var form = new Form().row(Say.it("evidence.to"), to)
                .row(Say.it("evidence.reason"), reason).node();
        FxThread.then(tools.dialogs().ask(Say.it("evidence.hand-over"),
                Say.it("evidence.hand-over.text"), form,
                Buttons.primary("dialog-ok", Say.it("evidence.hand-over.verb"), () -> {}),
                () -> List.of(to.getText(), reason.getText())),
                given -> given.ifPresent(two -> model.handOver(two.getFirst(), two.getLast())),
                error -> {
                    throw new IllegalStateException(error);
                });
    }
}
