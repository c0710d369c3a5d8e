package venue.evaluation.screen.replacement;

import java.nio.file.Path;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import venue.domain.base.PersonId;
import venue.domain.evaluation.Evaluation;
import venue.domain.evaluation.EvaluationCommand;
import venue.evaluation.Say;
import venue.evaluation.seat.Acts;
import venue.evaluation.seat.Showing;

/// 回避锁定与补抽: the desk is locked until the host has put the drawn substitute in place.
public final class ReplacementModel implements Showing {

    private final Acts acts;
    private final PersonId leaving;
    private final ReadOnlyObjectWrapper<ReplacementSheet> sheet;
    private Runnable replaced = () -> {};

    /// A model that acts through `acts`, at the desk of the member `leaving`.
    public ReplacementModel(Acts acts, PersonId leaving) {
        this.acts = acts;
        this.leaving = leaving;
        this.sheet = new ReadOnlyObjectWrapper<>(
                ReplacementSheet.of(acts.seat().evaluation(), leaving));
    }

    /// What to do when the substitute may sit down.
    public void whenReplaced(Runnable then) {
        replaced = then;
    }

    @Override
    public void show(Evaluation now) {
        sheet.set(ReplacementSheet.of(now, leaving));
    }

    /// Puts the next substitute in place, confirmed with the host's own medium.
    public void replace(Path medium, char[] pin) {
        var next = sheet.get().substitute();
        if (next.isPresent()) {
            acts.giveAsHost(Say.it("replacement.verb"), medium, pin,
                    () -> new EvaluationCommand.Replace(leaving, next.get().id(),
                            sheet.get().reason()),
                    () -> replaced.run());
        }
    }

    /// What the screen shows.
    public ReadOnlyObjectProperty<ReplacementSheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /// Whether something is under way.
    public ReadOnlyBooleanProperty workingProperty() {
        return acts.workingProperty();
    }
}
