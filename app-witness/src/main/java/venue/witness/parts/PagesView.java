package venue.witness.parts;

import java.io.ByteArrayInputStream;
import javafx.beans.binding.Bindings;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import venue.witness.Say;
import venue.ui.Buttons;
import venue.ui.Cards;

/// Draws a [PagesModel]: the page, and buttons to turn it. Ids: `#page-first`, `#page-previous`,
/// `#page-next`, `#page-last`, `#page-number`, `#page-picture`.
public final class PagesView {

    private final PagesModel model;

    /// Pages of `model`.
    public PagesView(PagesModel model) {
        this.model = model;
    }

    /// The nodes.
    public Parent node() {
        var image = new ImageView();
        image.setId("page-picture");
        image.setPreserveRatio(true);
        image.setSmooth(true);
        image.imageProperty().bind(model.pictureProperty().map(picture -> picture
                .map(png -> new Image(new ByteArrayInputStream(png.array()))).orElse(null)));
        var holder = new StackPane(image);
        holder.getStyleClass().add("paper-ground");
        var scroll = new ScrollPane(holder);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("paper-scroll");
        scroll.setPrefHeight(420);
        image.fitWidthProperty().bind(Bindings.min(880, scroll.widthProperty().subtract(40)));
        model.pictureProperty().addListener((_, _, _) -> scroll.setVvalue(0));
        return Cards.grow(new VBox(turner(), Cards.grow(scroll)));
    }

    private HBox turner() {
        var number = new Label();
        number.setId("page-number");
        number.getStyleClass().add("page-number");
        number.textProperty().bind(Bindings.createStringBinding(
                () -> model.pagesProperty().get() == 0
                        ? Say.it("pages.none")
                        : Say.it("pages.number", model.pageProperty().get(),
                                model.pagesProperty().get()),
                model.pageProperty(), model.pagesProperty()));
        var row = Cards.row(turn("page-first", "pages.first", () -> 1, false),
                turn("page-previous", "pages.previous", () -> model.pageProperty().get() - 1,
                        false),
                number,
                turn("page-next", "pages.next", () -> model.pageProperty().get() + 1, true),
                turn("page-last", "pages.last", () -> model.pagesProperty().get(), true));
        row.getStyleClass().add("page-turner");
        return row;
    }

    private javafx.scene.control.Button turn(String id, String key,
            java.util.function.IntSupplier to, boolean forward) {
        var button = Buttons.quiet(id, Say.it(key), () -> model.turnTo(to.getAsInt()));
        button.disableProperty().bind(forward
                ? model.pageProperty().greaterThanOrEqualTo(model.pagesProperty())
                : model.pageProperty().lessThanOrEqualTo(1));
        return button;
    }
}
