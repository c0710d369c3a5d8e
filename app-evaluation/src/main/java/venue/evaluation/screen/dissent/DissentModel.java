package venue.evaluation.screen.dissent;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import venue.domain.evaluation.Evaluation;
import venue.domain.evaluation.EvaluationCommand;
import venue.domain.evaluation.EvaluationRefusal;
import venue.evaluation.Say;
import venue.evaluation.seat.Acts;
import venue.evaluation.seat.Showing;

/// 不同意见: a member who does not agree says so in writing, with reasons; it becomes part of the
/// report.
public final class DissentModel implements Showing {

    private final Acts acts;
    private final ReadOnlyObjectWrapper<DissentSheet> sheet;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObservableValue<Optional<EvaluationRefusal>> whyNotFile;

    /// A model that acts through `acts`.
    public DissentModel(Acts acts) {
        this.acts = acts;
        this.sheet = new ReadOnlyObjectWrapper<>(DissentSheet.of(acts.seat().evaluation()));
        this.whyNotFile = acts.why(() -> new EvaluationCommand.FileDissent(text.get()));
        text.addListener((_, _, _) -> acts.refresh());
    }

    @Override
    public void show(Evaluation now) {
        sheet.set(DissentSheet.of(now));
        acts.refresh();
    }

    /// Puts the dissent on record.
    public void file() {
        acts.give(Say.it("dissent.file"), new EvaluationCommand.FileDissent(text.get()),
                () -> text.set(""));
    }

    /// The text.
    public StringProperty textProperty() {
        return text;
    }

    /// What the screen shows.
    public ReadOnlyObjectProperty<DissentSheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /// Why nothing can be filed.
    public ObservableValue<Optional<EvaluationRefusal>> whyNotFile() {
        return whyNotFile;
    }
}
