package venue.bidopen.screen.record;

import java.io.ByteArrayInputStream;
import java.util.List;

import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import venue.bidopen.screen.Choices;
import venue.bidopen.screen.Why;
import venue.bidopen.session.Say;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.FileChoice;
import venue.ui.Form;
import venue.ui.RoleNames;
import venue.ui.Screen;
import venue.ui.Tables;

/// 开标记录与签署. Ids: `#record-draft`, `#record-pages`, `#record-digest`, `#signer-choice`,
/// `#signer-token`, `#signer-pin`, `#signer-sign`, `#signer-refusal`, `#signer-refuse`, `#signers`.
public final class RecordView implements Screen {

    private static final double PAGE_WIDTH = 620;

    private final RecordModel model;
    private final FileChoice files;

    /// Draws `model`.
    public RecordView(RecordModel model, FileChoice files) {
        this.model = model;
        this.files = files;
    }

    @Override
    public String id() {
        return "record";
    }

    @Override
    public Parent node() {
        var draft = Why.bind(
                Buttons.primary("record-draft", Say.it("record.draft"), model::draft),
                model.whyNotDraft());
        var digest = new Label();
        digest.setId("record-digest");
        digest.getStyleClass().add("code");
        digest.setWrapText(true);
        digest.textProperty().bind(model.sheet().map(sheet -> sheet.version() == 0
                ? ""
                : Say.it("record.digest", sheet.version(),
                        sheet.digest().replaceAll("(.{4})(?=.)", "$1 "))));
        var table = Tables.of("signers", model.rows())
                .column(Say.it("column.duty"), 96, RecordSheet.Row::duty)
                .column(Say.it("column.name"), 84, RecordSheet.Row::name)
                .chips(Say.it("column.state"), 90, RecordSheet.Row::state)
                .column(Say.it("column.detail"), RecordSheet.Row::detail)
                .whenEmpty(Say.it("record.before")).tall(8).node();
        var right = new VBox(12, Cards.card(Say.it("record.sign.title"), signing()),
                Cards.card(Say.it("record.signers"), table));
        var left = Cards.card(Say.it("record.document"), draft, pages(), digest);
        left.setPrefWidth(PAGE_WIDTH + 60);
        left.setMinWidth(PAGE_WIDTH + 60);
        return Cards.page(Say.it("record.title"), Say.it("record.lead"),
                Cards.row(left, Cards.grow(right)));
    }

    private GridPane signing() {
        var pin = Choices.pin("signer-pin");
        var token = Choices.text("signer-token", model.mediumProperty());
        token.setPromptText(Say.it("token"));
        var browse = Buttons.plain("signer-token-browse", Say.it("browse"),
                () -> files.open(Say.it("token"), List.of("p12", "pfx", "token"))
                        .ifPresent(path -> model.mediumProperty().set(path.toString())));
        var sign = Why.bind(
                Buttons.primary("signer-sign", Say.it("record.sign"),
                        () -> model.sign(Choices.taken(pin))),
                model.whyNotSign());
        var refusal = new ComboBox<String>();
        refusal.setId("signer-refusal-choice");
        refusal.getItems().setAll(model.commonRefusals());
        refusal.setPromptText(Say.it("record.refusal.choose"));
        refusal.setMaxWidth(Double.MAX_VALUE);
        refusal.setOnAction(_ -> {
            if (refusal.getValue() != null) {
                model.refusalProperty().set(refusal.getValue());
            }
        });
        var refuse = Why.bind(
                Buttons.plain("signer-refuse", Say.it("record.refuse"), model::refuse),
                model.whyNotRefuse());
        return new Form()
                .row(Say.it("record.signer"),
                        Choices.of("signer-choice", model.waiting(),
                                signer -> Say.it("record.signer.item",
                                        RoleNames.of(signer.duty()), signer.name()),
                                model.signerProperty()))
                .row(Say.it("token"), Cards.row(Cards.grow(token), browse))
                .row(Say.it("pin"), pin).line(sign)
                .row(Say.it("record.refusal"), refusal)
                .line(Choices.text("signer-refusal", model.refusalProperty())).line(refuse)
                .node();
    }

    private ScrollPane pages() {
        var box = new VBox(10);
        Runnable draw = () -> box.getChildren().setAll(model.pages().stream().map(png -> {
            var view = new ImageView(new Image(new ByteArrayInputStream(png)));
            view.setPreserveRatio(true);
            view.setFitWidth(PAGE_WIDTH - 20);
            return view;
        }).toList());
        model.pages().addListener((ListChangeListener<byte[]>) _ -> draw.run());
        draw.run();
        var scroll = new ScrollPane(box);
        scroll.setId("record-pages");
        scroll.setPrefHeight(420);
        scroll.setMinHeight(300);
        return scroll;
    }
}
