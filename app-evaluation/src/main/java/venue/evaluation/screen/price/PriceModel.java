package venue.evaluation.screen.price;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import venue.domain.evaluation.Evaluation;
import venue.evaluation.seat.Acts;
import venue.evaluation.seat.Showing;

/// 报价得分: nothing to do here but to follow every step of the computation.
public final class PriceModel implements Showing {

    private final ReadOnlyObjectWrapper<PriceScreenSheet> sheet;

    /// A model over the seat of `acts`.
    public PriceModel(Acts acts) {
        this.sheet = new ReadOnlyObjectWrapper<>(PriceScreenSheet.of(acts.seat().evaluation()));
    }

    @Override
    public void show(Evaluation now) {
        sheet.set(PriceScreenSheet.of(now));
    }

    /// What the screen shows.
    public ReadOnlyObjectProperty<PriceScreenSheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }
}
