package venue.evaluation.screen.ranking;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import venue.domain.base.BidderId;
import venue.domain.evaluation.Evaluation;
import venue.domain.evaluation.EvaluationCommand;
import venue.domain.evaluation.EvaluationRefusal;
import venue.evaluation.Say;
import venue.evaluation.screen.ranking.RankingSheet.Bid;
import venue.evaluation.seat.Acts;
import venue.evaluation.seat.Showing;

/// 排序与候选人: the order, and the lot where two bids are equal in everything.
public final class RankingModel implements Showing {

    private final Acts acts;
    private final ReadOnlyObjectWrapper<RankingSheet> sheet;
    private final ObservableValue<Optional<EvaluationRefusal>> whyNotSettle;

    /// A model that acts through `acts`.
    public RankingModel(Acts acts) {
        this.acts = acts;
        this.sheet = new ReadOnlyObjectWrapper<>(RankingSheet.of(acts.seat().evaluation()));
        this.whyNotSettle = acts.why(() -> new EvaluationCommand.SettleTie(
                sheet.get().tied().stream().map(Bid::bidder).toList(), "—"));
    }

    @Override
    public void show(Evaluation now) {
        sheet.set(RankingSheet.of(now));
        acts.refresh();
    }

    /// Records the lot: `first` comes before the other tied bids.
    public void settle(BidderId first, String method) {
        var order = new java.util.ArrayList<BidderId>();
        order.add(first);
        sheet.get().tied().stream().map(Bid::bidder).filter(bidder -> !bidder.equals(first))
                .forEach(order::add);
        acts.give(Say.it("ranking.settle"), new EvaluationCommand.SettleTie(order, method),
                () -> {});
    }

    /// What the screen shows.
    public ReadOnlyObjectProperty<RankingSheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /// Why no lot can be recorded.
    public ObservableValue<Optional<EvaluationRefusal>> whyNotSettle() {
        return whyNotSettle;
    }
}
