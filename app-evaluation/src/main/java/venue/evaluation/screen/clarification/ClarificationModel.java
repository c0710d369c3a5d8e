package venue.evaluation.screen.clarification;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import venue.domain.evaluation.Evaluation;
import venue.domain.evaluation.EvaluationCommand;
import venue.domain.evaluation.EvaluationRefusal;
import venue.evaluation.Say;
import venue.evaluation.screen.clarification.ClarificationSheet.Bid;
import venue.evaluation.seat.Acts;
import venue.evaluation.seat.Showing;

/// 澄清: the chair asks for the committee, the host passes the answer on.
public final class ClarificationModel implements Showing {

    private final Acts acts;
    private final ReadOnlyObjectWrapper<ClarificationSheet> sheet;
    private final ObjectProperty<Optional<Bid>> bid = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty question = new SimpleStringProperty("");
    private final StringProperty answer = new SimpleStringProperty("");
    private final StringProperty document = new SimpleStringProperty("");
    private final ObservableValue<Optional<EvaluationRefusal>> whyNotAsk;
    private final ObservableValue<Optional<EvaluationRefusal>> whyNotLapse;

    /// A model that acts through `acts`.
    public ClarificationModel(Acts acts) {
        this.acts = acts;
        this.sheet = new ReadOnlyObjectWrapper<>(ClarificationSheet.of(acts.seat().evaluation()));
        this.whyNotAsk = acts.whyOf(this::whyNot);
        this.whyNotLapse = acts.why(() -> new EvaluationCommand.LapseClarification(
                sheet.get().open().map(ClarificationSheet.Row::number).orElse(0)));
        question.addListener((_, _, _) -> acts.refresh());
        bid.addListener((_, _, _) -> acts.refresh());
    }

    private Optional<EvaluationRefusal> whyNot() {
        var offers = acts.seat().evaluation().offers();
        return offers.isEmpty()
                ? Optional.of(EvaluationRefusal.HANDOVER_CLOSED)
                : acts.seat().why(new EvaluationCommand.AskClarification(
                        bid.get().map(Bid::bidder).orElse(offers.getFirst().bidder()),
                        question.get()));
    }

    @Override
    public void show(Evaluation now) {
        sheet.set(ClarificationSheet.of(now));
        acts.refresh();
    }

    /// Sends the question.
    public void ask() {
        bid.get().ifPresent(chosen -> acts.give(Say.it("clarification.ask"),
                new EvaluationCommand.AskClarification(chosen.bidder(), question.get()),
                () -> question.set("")));
    }

    /// Records the answer to the open question, confirmed with the host's own medium.
    public void answer(Path medium, char[] pin) {
        var open = sheet.get().open();
        if (open.isEmpty()) {
            return;
        }
        var text = answer.get().strip();
        var file = document.get().isBlank()
                ? Optional.<Path>empty()
                : Optional.of(Path.of(document.get().strip()));
        acts.giveAsHost(Say.it("clarification.record"), medium, pin,
                () -> new EvaluationCommand.AnswerClarification(open.get().number(), text,
                        acts.seat().keepDocument(file, text)),
                () -> {
                    answer.set("");
                    document.set("");
                });
    }

    /// Records that no answer came in time.
    public void lapse() {
        sheet.get().open().ifPresent(open -> acts.give(Say.it("clarification.lapse"),
                new EvaluationCommand.LapseClarification(open.number()), () -> {}));
    }

    /// Whom to ask.
    public ObjectProperty<Optional<Bid>> bidProperty() {
        return bid;
    }

    /// What to ask.
    public StringProperty questionProperty() {
        return question;
    }

    /// What was answered.
    public StringProperty answerProperty() {
        return answer;
    }

    /// Path of the answer as a file.
    public StringProperty documentProperty() {
        return document;
    }

    /// What the screen shows.
    public ReadOnlyObjectProperty<ClarificationSheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /// Why nothing can be asked.
    public ObservableValue<Optional<EvaluationRefusal>> whyNotAsk() {
        return whyNotAsk;
    }

    /// Why the open question has not lapsed.
    public ObservableValue<Optional<EvaluationRefusal>> whyNotLapse() {
        return whyNotLapse;
    }

    /// Whether something is under way.
    public ReadOnlyBooleanProperty workingProperty() {
        return acts.workingProperty();
    }
}
