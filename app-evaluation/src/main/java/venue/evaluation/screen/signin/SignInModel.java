package venue.evaluation.screen.signin;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import venue.domain.base.BidderId;
import venue.domain.evaluation.Evaluation;
import venue.domain.evaluation.EvaluationCommand;
import venue.domain.evaluation.EvaluationRefusal;
import venue.domain.evaluation.Offer;
import venue.domain.evaluation.Relation;
import venue.domain.tender.BidSheet;
import venue.evaluation.Say;
import venue.evaluation.seat.Acts;
import venue.evaluation.seat.Handover;
import venue.evaluation.seat.Showing;
import venue.ui.FxThread;

/// 签到与承诺: the list of bidders is shown once the member has sat down, then the member declares or
/// withdraws.
public final class SignInModel implements Showing {

    private final Acts acts;
    private final ReadOnlyObjectWrapper<SignInSheet> sheet;
    private final ReadOnlyBooleanWrapper handedOver = new ReadOnlyBooleanWrapper();
    private final ObservableValue<Optional<EvaluationRefusal>> whyNotShow;
    private final ObservableValue<Optional<EvaluationRefusal>> whyNotDeclare;
    private final ObservableValue<Optional<EvaluationRefusal>> whyNotRecuse;

    /// A model that acts through `acts`.
    public SignInModel(Acts acts) {
        this.acts = acts;
        this.sheet = new ReadOnlyObjectWrapper<>(
                SignInSheet.of(acts.seat().evaluation(), acts.seat().me()));
        this.whyNotShow = acts.why(() -> new EvaluationCommand.ShowBidders(codes(), digest()));
        this.whyNotDeclare = acts.why(EvaluationCommand.Declare::new);
        this.whyNotRecuse = acts.why(() -> new EvaluationCommand.Recuse(Relation.OTHER, "—"));
        handedOver.set(acts.seat().handover().isPresent());
    }

    @Override
    public void show(Evaluation now) {
        sheet.set(SignInSheet.of(now, acts.seat().me()));
        handedOver.set(acts.seat().handover().isPresent());
        acts.refresh();
    }

    /// Puts the list of bidders before the member.
    public void showBidders() {
        acts.give("", new EvaluationCommand.ShowBidders(codes(), digest()), () -> {});
    }

    /// Signs the declaration.
    public void declare() {
        acts.give(Say.it("sign-in.declare"), new EvaluationCommand.Declare(), () -> {});
    }

    /// Withdraws.
    public void recuse(Relation relation, String reason) {
        acts.give(Say.it("sign-in.recuse"), new EvaluationCommand.Recuse(relation, reason),
                () -> {});
    }

    /// Takes in a handover that was brought on a medium.
    public void receive(Path parcel) {
        FxThread.then(FxThread.beside(() -> {
            acts.seat().receive(parcel);
            return true;
        }), _ -> show(acts.seat().evaluation()),
                error -> acts.failed(Say.it("handover.import"), error));
    }

    /// The bidders' names, once the list may be seen.
    public List<String> bidders() {
        return sheet.get().listShown()
                ? acts.seat().handover().map(Handover::offers).orElse(List.of()).stream()
                        .map(Offer::sheet).map(BidSheet::bidderName).toList()
                : List.of();
    }

    private List<BidderId> codes() {
        return acts.seat().handover().map(Handover::offers).orElse(List.of()).stream()
                .map(Offer::bidder).toList();
    }

    private venue.domain.base.Digest digest() {
        return acts.seat().handover().map(Handover::digest)
                .orElse(new venue.domain.base.Digest("0".repeat(64)));
    }

    /// What the screen shows.
    public ReadOnlyObjectProperty<SignInSheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /// Whether the handover has come.
    public ReadOnlyBooleanProperty handedOverProperty() {
        return handedOver.getReadOnlyProperty();
    }

    /// Why the list cannot be shown.
    public ObservableValue<Optional<EvaluationRefusal>> whyNotShow() {
        return whyNotShow;
    }

    /// Why the declaration cannot be signed.
    public ObservableValue<Optional<EvaluationRefusal>> whyNotDeclare() {
        return whyNotDeclare;
    }

    /// Why the member cannot withdraw.
    public ObservableValue<Optional<EvaluationRefusal>> whyNotRecuse() {
        return whyNotRecuse;
    }

    /// Whether something is under way.
    public ReadOnlyBooleanProperty workingProperty() {
        return acts.workingProperty();
    }
}
