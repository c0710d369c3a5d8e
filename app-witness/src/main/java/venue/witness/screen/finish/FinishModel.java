package venue.witness.screen.finish;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import venue.domain.witness.Watch;
import venue.domain.witness.WitnessCommand;
import venue.domain.witness.WitnessEvent.WitnessReportSigned;
import venue.domain.witness.WitnessRefusal;
import venue.ui.FxThread;
import venue.witness.Say;
import venue.witness.desk.Acts;
import venue.witness.desk.FinalReport;
import venue.witness.desk.Showing;
import venue.witness.parts.PagesModel;

/// 见证报告: preview, and the signature that makes it official.
public final class FinishModel implements Showing {

    private final Acts acts;
    private final FinalReport report;
    private final PagesModel pages;
    private final ReadOnlyObjectWrapper<Optional<WitnessReportSigned>> signed = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ObservableValue<Optional<WitnessRefusal>> whyNot;

    /// A model that acts through `acts`.
    public FinishModel(Acts acts) {
        this.acts = acts;
        this.report = new FinalReport(acts.desk());
        this.pages = new PagesModel(error -> acts.failed(Say.it("finish.title"), error));
        this.whyNot = acts.why(() -> new WitnessCommand.SignReport(report.number(),
                FinalReport.NOTHING, FinalReport.NOTHING, FinalReport.NOTHING));
        show(acts.desk().watch());
    }

    @Override
    public void show(Watch now) {
        signed.set(now.reports().isEmpty()
                ? Optional.empty()
                : Optional.of(now.reports().getLast()));
        acts.refresh();
    }

    /// Shows the report as it would be now.
    public void preview() {
        FxThread.then(FxThread.beside(report::preview), document -> pages.open(document.pdf()),
                error -> acts.failed(Say.it("finish.title"), error));
    }

    /// Shows the signed report, or else the draft.
    public void render() {
        FxThread.then(FxThread.beside(() -> report.signed().orElseGet(report::preview)),
                document -> pages.open(document.pdf()),
                error -> acts.failed(Say.it("finish.title"), error));
    }

    /// Makes the official report and signs it.
    public void sign() {
        acts.work(Say.it("finish.sign"), report::sign, this::render);
    }

    /// The pages.
    public PagesModel pages() {
        return pages;
    }

    /// The newest signed report.
    public ReadOnlyObjectProperty<Optional<WitnessReportSigned>> signedProperty() {
        return signed.getReadOnlyProperty();
    }

    /// Why it cannot be signed.
    public ObservableValue<Optional<WitnessRefusal>> whyNot() {
        return whyNot;
    }
}
