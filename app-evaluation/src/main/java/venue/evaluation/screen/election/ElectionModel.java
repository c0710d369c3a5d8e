package venue.evaluation.screen.election;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import venue.domain.base.PersonId;
import venue.domain.evaluation.Evaluation;
import venue.domain.evaluation.EvaluationCommand;
import venue.domain.evaluation.EvaluationRefusal;
import venue.evaluation.Say;
import venue.evaluation.seat.Acts;
import venue.evaluation.seat.Showing;

/// 推选组长: one vote a member and round.
public final class ElectionModel implements Showing {

    private final Acts acts;
    private final ReadOnlyObjectWrapper<ElectionSheet> sheet;
    private final ObjectProperty<Optional<PersonId>> choice = new SimpleObjectProperty<>(
            Optional.empty());
    private final ObservableValue<Optional<EvaluationRefusal>> whyNotVote;

    /// A model that acts through `acts`.
    public ElectionModel(Acts acts) {
        this.acts = acts;
        this.sheet = new ReadOnlyObjectWrapper<>(
                ElectionSheet.of(acts.seat().evaluation(), acts.seat().me()));
        this.whyNotVote = acts.why(() -> new EvaluationCommand.VoteChair(
                choice.get().orElse(acts.seat().evaluation().seated().getFirst())));
        choice.addListener((_, _, _) -> acts.refresh());
    }

    @Override
    public void show(Evaluation now) {
        sheet.set(ElectionSheet.of(now, acts.seat().me()));
        acts.refresh();
    }

    /// Casts the vote for the chosen member.
    public void vote() {
        choice.get().ifPresent(candidate -> acts.give(Say.it("election.vote"),
                new EvaluationCommand.VoteChair(candidate), () -> choice.set(Optional.empty())));
    }

    /// Who is chosen.
    public ObjectProperty<Optional<PersonId>> choiceProperty() {
        return choice;
    }

    /// What the screen shows.
    public ReadOnlyObjectProperty<ElectionSheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /// Why no vote can be cast.
    public ObservableValue<Optional<EvaluationRefusal>> whyNotVote() {
        return whyNotVote;
    }
}
