package venue.evaluation.screen.bids;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import venue.domain.evaluation.Evaluation;
import venue.domain.evaluation.EvaluationCommand;
import venue.domain.evaluation.EvaluationRefusal;
import venue.evaluation.Say;
import venue.evaluation.parts.PagesModel;
import venue.evaluation.screen.bids.BidsSheet.Bid;
import venue.evaluation.seat.Acts;
import venue.evaluation.seat.Showing;
import venue.ui.FxThread;

/// 投标文件查阅: the chair opens the handover, then everybody reads the bids page by page.
public final class BidsModel implements Showing {

    private final Acts acts;
    private final ReadOnlyObjectWrapper<BidsSheet> sheet;
    private final ObjectProperty<Optional<Bid>> bid = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> file = new SimpleObjectProperty<>(
            Optional.empty());
    private final PagesModel pages;
    private final ObservableValue<Optional<EvaluationRefusal>> whyNotOpen;

    /// A model that acts through `acts`.
    public BidsModel(Acts acts) {
        this.acts = acts;
        this.pages = new PagesModel(error -> acts.failed(Say.it("bids.title"), error));
        this.sheet = new ReadOnlyObjectWrapper<>(BidsSheet.of(acts.seat().evaluation()));
        this.whyNotOpen = acts.why(this::opening);
        bid.addListener((_, _, now) -> file
                .set(now.flatMap(chosen -> chosen.files().stream().findFirst())));
        file.addListener((_, _, _) -> open());
        bid.set(sheet.get().bids().stream().findFirst());
    }

    @Override
    public void show(Evaluation now) {
        var fresh = BidsSheet.of(now);
        if (bid.get().isEmpty()) {
            bid.set(fresh.bids().stream().findFirst());
        }
        sheet.set(fresh);
        acts.refresh();
    }

    private EvaluationCommand opening() {
        return acts.seat().handover()
                .map(here -> new EvaluationCommand.OpenHandover(here.offers(), here.draws(),
                        here.opening(), here.digest()))
                .orElseGet(() -> new EvaluationCommand.OpenHandover(java.util.List.of(),
                        java.util.List.of(),
                        new venue.domain.evaluation.OpeningNote(acts.seat().now(), 0,
                                java.util.List.of(), nothing()),
                        nothing()));
    }

    private static venue.domain.base.Digest nothing() {
        return new venue.domain.base.Digest("0".repeat(64));
    }

    /// Opens the handover for the whole committee.
    public void openHandover() {
        acts.give(Say.it("bids.open"), opening(), () -> {});
    }

    private void open() {
        var chosen = bid.get();
        var name = file.get();
        if (chosen.isEmpty() || name.isEmpty()) {
            pages.clear();
            return;
        }
        FxThread.then(
                FxThread.beside(() -> acts.seat().handover()
                        .flatMap(here -> here.file(chosen.get().bidder(), name.get()))),
                found -> found.ifPresentOrElse(pages::open, pages::clear),
                error -> acts.failed(Say.it("bids.title"), error));
    }

    /// The chosen bid.
    public ObjectProperty<Optional<Bid>> bidProperty() {
        return bid;
    }

    /// The chosen file of it.
    public ObjectProperty<Optional<String>> fileProperty() {
        return file;
    }

    /// The pages of the chosen file.
    public PagesModel pages() {
        return pages;
    }

    /// What the screen shows.
    public ReadOnlyObjectProperty<BidsSheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /// Why the handover cannot be opened.
    public ObservableValue<Optional<EvaluationRefusal>> whyNotOpen() {
        return whyNotOpen;
    }
}
