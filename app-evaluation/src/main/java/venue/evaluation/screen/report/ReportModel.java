package venue.evaluation.screen.report;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import venue.domain.base.Digest;
import venue.domain.evaluation.Evaluation;
import venue.domain.evaluation.EvaluationCommand;
import venue.domain.evaluation.EvaluationRefusal;
import venue.evaluation.Say;
import venue.evaluation.parts.PagesModel;
import venue.evaluation.seat.Acts;
import venue.evaluation.seat.Showing;
import venue.ui.FxThread;

/// 评标报告与签署: every desk makes the report by itself and signs only when it has come to the very
/// bytes that the chair's desk drafted.
public final class ReportModel implements Showing {

    private static final Digest NOTHING = new Digest("0".repeat(64));

    private final Acts acts;
    private final ReadOnlyObjectWrapper<ReportSheet> sheet;
    private final ReadOnlyObjectWrapper<Optional<Digest>> own = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final PagesModel pages;
    private final ObservableValue<Optional<EvaluationRefusal>> whyNotDraft;
    private final ObservableValue<Optional<EvaluationRefusal>> whyNotSign;
    private final ObservableValue<Optional<EvaluationRefusal>> whyNotRefuse;
    private final ObservableValue<Optional<EvaluationRefusal>> whyNotClose;
    private int rendered = -1;

    /// A model that acts through `acts`.
    public ReportModel(Acts acts) {
        this.acts = acts;
        this.pages = new PagesModel(error -> acts.failed(Say.it("report.title"), error));
        this.sheet = new ReadOnlyObjectWrapper<>(
                ReportSheet.of(acts.seat().evaluation(), acts.seat().me()));
        this.whyNotDraft = acts.why(() -> new EvaluationCommand.DraftReport(NOTHING, NOTHING));
        this.whyNotSign = acts.why(
                () -> new EvaluationCommand.SignReport(own.get().orElse(NOTHING), "—"));
        this.whyNotRefuse = acts.why(() -> new EvaluationCommand.RefuseToSign(""));
        this.whyNotClose = acts.why(EvaluationCommand.Close::new);
    }

    @Override
    public void show(Evaluation now) {
        sheet.set(ReportSheet.of(now, acts.seat().me()));
        acts.refresh();
    }

    /// Makes this desk's own report, if the facts are complete and have changed.
    public void render() {
        int revision = sheet.get().revision();
        if (!sheet.get().open() || rendered == revision) {
            return;
        }
        rendered = revision;
        FxThread.then(FxThread.beside(acts.seat()::report), report -> {
            own.set(Optional.of(new Digest(report.document().sha256())));
            pages.open(report.document().pdf());
            acts.refresh();
        }, error -> {
            rendered = -1;
            acts.failed(Say.it("report.title"), error);
        });
    }

    /// Drafts the report; for the chair.
    public void draft() {
        acts.work(Say.it("report.draft"), acts.seat()::draft, () -> {});
    }

    /// Signs the report.
    public void sign() {
        acts.work(Say.it("report.sign"), acts.seat()::sign, () -> {});
    }

    /// Refuses to sign, with reasons or without.
    public void refuse(String reason) {
        acts.give(Say.it("report.refuse"), new EvaluationCommand.RefuseToSign(reason), () -> {});
    }

    /// Ends the evaluation; for the chair.
    public void close() {
        acts.work(Say.it("report.close"), () -> acts.seat().close(acts.seat().report()),
                () -> {});
    }

    /// The pages of this desk's report.
    public PagesModel pages() {
        return pages;
    }

    /// The digest of this desk's report.
    public ReadOnlyObjectProperty<Optional<Digest>> ownProperty() {
        return own.getReadOnlyProperty();
    }

    /// What the screen shows.
    public ReadOnlyObjectProperty<ReportSheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /// Why the report cannot be drafted.
    public ObservableValue<Optional<EvaluationRefusal>> whyNotDraft() {
        return whyNotDraft;
    }

    /// Why it cannot be signed.
    public ObservableValue<Optional<EvaluationRefusal>> whyNotSign() {
        return whyNotSign;
    }

    /// Why signing cannot be refused.
    public ObservableValue<Optional<EvaluationRefusal>> whyNotRefuse() {
        return whyNotRefuse;
    }

    /// Why the evaluation cannot be ended.
    public ObservableValue<Optional<EvaluationRefusal>> whyNotClose() {
        return whyNotClose;
    }

    /// Whether something is under way.
    public ReadOnlyBooleanProperty workingProperty() {
        return acts.workingProperty();
    }
}
