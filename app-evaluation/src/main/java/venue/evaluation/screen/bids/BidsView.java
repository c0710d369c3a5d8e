package venue.evaluation.screen.bids;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import venue.evaluation.Say;
import venue.evaluation.parts.PagesView;
import venue.evaluation.screen.bids.BidsSheet.Bid;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.Screen;
import venue.ui.WhyNot;

/// Draws a [BidsModel]. Ids: `#open-handover`, `#bid-choice`, `#file-choice` and those of the
/// pages.
public final class BidsView implements Screen {

    private final BidsModel model;

    /// A view of `model`.
    public BidsView(BidsModel model) {
        this.model = model;
    }

    @Override
    public String id() {
        return "bids";
    }

    @Override
    public Parent node() {
        var holder = Cards.grow(new StackPane());
        Runnable draw = () -> holder.getChildren()
                .setAll(model.sheetProperty().get().open() ? reading() : closed());
        model.sheetProperty().addListener((_, before, now) -> {
            if (before.open() != now.open()) {
                draw.run();
            }
        });
        draw.run();
        return Cards.page(Say.it("bids.title"), Say.it("bids.lead"), holder);
    }

    private Node closed() {
        var open = Buttons.primary("open-handover", Say.it("bids.open"), model::openHandover);
        var card = Cards.card(Say.it("bids.closed"), Cards.text(Say.it("bids.closed.text")),
                WhyNot.bind(open, model.whyNotOpen(), Say.WORDS));
        StackPane.setAlignment(card, javafx.geometry.Pos.TOP_LEFT);
        return new VBox(card);
    }

    private Node reading() {
        var bids = new ComboBox<Bid>();
        bids.setId("bid-choice");
        bids.getItems().setAll(model.sheetProperty().get().bids());
        bids.setConverter(new BidNames());
        bids.setValue(model.bidProperty().get().orElse(null));
        bids.setPrefWidth(320);
        var files = new ComboBox<String>();
        files.setId("file-choice");
        files.setPrefWidth(300);
        files.setConverter(new FileNames());
        Runnable fill = () -> {
            files.getItems().setAll(model.bidProperty().get().map(Bid::files)
                    .orElse(java.util.List.of()));
            files.setValue(model.fileProperty().get().orElse(null));
        };
        fill.run();
        bids.setOnAction(_ -> {
            model.bidProperty().set(Optional.ofNullable(bids.getValue()));
            fill.run();
        });
        files.setOnAction(_ -> {
            if (files.getValue() != null) {
                model.fileProperty().set(Optional.of(files.getValue()));
            }
        });
        var choice = Cards.row(bids, files);
        var box = new VBox(choice, new PagesView(model.pages()).node());
        box.getStyleClass().add("column");
        return box;
    }

    private static final class BidNames extends StringConverter<Bid> {

        @Override
        public String toString(Bid bid) {
            return bid == null ? "" : bid.name();
        }

        @Override
        public Bid fromString(String text) {
            throw new UnsupportedOperationException("the box is not typed into");
        }
    }

    private static final class FileNames extends StringConverter<String> {

        @Override
        public String toString(String name) {
            if (name == null) {
                return "";
            }
            var key = "file." + name;
            return Say.WORDS.knows(key) ? Say.it(key) : name;
        }

        @Override
        public String fromString(String text) {
            throw new UnsupportedOperationException("the box is not typed into");
        }
    }
}
