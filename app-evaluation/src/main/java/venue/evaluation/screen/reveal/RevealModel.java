package venue.evaluation.screen.reveal;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import venue.domain.base.BidderId;
import venue.domain.base.Points;
import venue.domain.evaluation.Evaluation;
import venue.domain.evaluation.EvaluationCommand;
import venue.domain.evaluation.EvaluationRefusal;
import venue.evaluation.Say;
import venue.evaluation.seat.Acts;
import venue.evaluation.seat.Showing;

/// 揭示与汇总: nobody can show a ballot before all are committed; then all points stand side by side.
public final class RevealModel implements Showing {

    private final Acts acts;
    private final ReadOnlyObjectWrapper<RevealSheet> sheet;
    private final ObservableValue<Optional<EvaluationRefusal>> whyNotReveal;

    /// A model that acts through `acts`.
    public RevealModel(Acts acts) {
        this.acts = acts;
        this.sheet = new ReadOnlyObjectWrapper<>(
                RevealSheet.of(acts.seat().evaluation(), acts.seat().me()));
        this.whyNotReveal = acts.why(EvaluationCommand.RevealBallot::new);
    }

    @Override
    public void show(Evaluation now) {
        sheet.set(RevealSheet.of(now, acts.seat().me()));
        acts.refresh();
    }

    /// Shows the own ballot to the committee.
    public void reveal() {
        acts.give(Say.it("reveal.verb"), new EvaluationCommand.RevealBallot(), () -> {});
    }

    /// Corrects one's own points, with a reason.
    public void correct(BidderId bidder, String item, Points points, String reason) {
        acts.give(Say.it("reveal.correct"),
                new EvaluationCommand.CorrectScore(bidder, item, points, reason), () -> {});
    }

    /// What the screen shows.
    public ReadOnlyObjectProperty<RevealSheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /// Why the own ballot cannot be revealed.
    public ObservableValue<Optional<EvaluationRefusal>> whyNotReveal() {
        return whyNotReveal;
    }
}
