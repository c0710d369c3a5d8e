package venue.witness.parts;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import venue.crypto.Bytes;
import venue.documents.PdfPictures;
import venue.ui.FxThread;

/// A paper looked at page by page: pictures are made beside the screen, one at a time.
public final class PagesModel {

    private static final int DPI = 110;

    private record Opened(int pages, Bytes first) {}

    private final ObjectProperty<Optional<Bytes>> picture = new SimpleObjectProperty<>(
            Optional.empty());
    private final IntegerProperty page = new SimpleIntegerProperty();
    private final IntegerProperty pages = new SimpleIntegerProperty();
    private final Consumer<Throwable> trouble;
    private Optional<Bytes> paper = Optional.empty();

    /// Nothing to look at yet; `trouble` hears what goes wrong.
    public PagesModel(Consumer<Throwable> trouble) {
        this.trouble = trouble;
    }

    /// Opens a paper at its first page.
    public void open(Bytes pdf) {
        if (paper.equals(Optional.of(pdf))) {
            return;
        }
        paper = Optional.of(pdf);
        FxThread.then(FxThread.beside(
                () -> new Opened(PdfPictures.count(pdf), PdfPictures.page(pdf, 0, DPI))),
                opened -> {
                    if (paper.equals(Optional.of(pdf))) {
                        pages.set(opened.pages());
                        page.set(1);
                        picture.set(Optional.of(opened.first()));
                    }
                }, trouble);
    }

    /// Puts the paper away.
    public void clear() {
        paper = Optional.empty();
        picture.set(Optional.empty());
        page.set(0);
        pages.set(0);
    }

    /// Turns to a page, counted from 1.
    public void turnTo(int number) {
        var pdf = paper;
        if (pdf.isEmpty() || number < 1 || number > pages.get()) {
            return;
        }
        page.set(number);
        FxThread.then(FxThread.beside(() -> PdfPictures.page(pdf.get(), number - 1, DPI)),
                shown -> {
                    if (paper.equals(pdf) && page.get() == number) {
                        picture.set(Optional.of(shown));
                    }
                }, trouble);
    }

    /// The page that is up, as PNG.
    public ReadOnlyObjectProperty<Optional<Bytes>> pictureProperty() {
        return picture;
    }

    /// Its number, from 1; 0 when there is no paper.
    public ReadOnlyIntegerProperty pageProperty() {
        return page;
    }

    /// How many there are.
    public ReadOnlyIntegerProperty pagesProperty() {
        return pages;
    }
}
