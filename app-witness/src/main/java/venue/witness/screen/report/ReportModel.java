package venue.witness.screen.report;

import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import venue.domain.base.Digest;
import venue.domain.witness.Departments;
import venue.domain.witness.Incident;
import venue.domain.witness.IncidentId;
import venue.domain.witness.Watch;
import venue.domain.witness.WitnessCommand;
import venue.domain.witness.WitnessRefusal;
import venue.ui.FxThread;
import venue.witness.Say;
import venue.witness.desk.Acts;
import venue.witness.desk.Showing;
import venue.witness.desk.Suspicions;
import venue.witness.parts.IncidentPick;
import venue.witness.parts.PagesModel;

/// 报告主管部门: the report of a suspicion with its evidence package, and the department's receipt.
public final class ReportModel implements Showing {

    private static final IncidentId NOBODY = new IncidentId("J000-none");
    private static final Digest NOTHING = new Digest("0".repeat(64));

    private final Acts acts;
    private final Suspicions suspicions;
    private final IncidentPick pick = new IncidentPick(Incident::isSuspicion);
    private final PagesModel pages;
    private final StringProperty department = new SimpleStringProperty("");
    private final ObservableList<String> departments = FXCollections.observableArrayList();
    private final StringProperty receiver = new SimpleStringProperty("");
    private final StringProperty receipt = new SimpleStringProperty("");
    private final ObservableValue<Optional<WitnessRefusal>> whyNotSend;
    private final ObservableValue<Optional<WitnessRefusal>> whyNotReceived;

    /// A model that acts through `acts`.
    public ReportModel(Acts acts) {
        this.acts = acts;
        this.suspicions = new Suspicions(acts.desk());
        this.pages = new PagesModel(error -> acts.failed(Say.it("report.title"), error));
        this.whyNotSend = acts.why(() -> new WitnessCommand.InformDepartment(id(),
                department.get(), NOTHING, NOTHING));
        this.whyNotReceived = acts.why(() -> new WitnessCommand.EnterReceipt(id(),
                receiver.get(), receipt.get()));
        pick.chosenProperty().addListener((_, before, now) -> {
            if (!before.map(Incident::id).equals(now.map(Incident::id))) {
                route();
                render();
            }
        });
        department.addListener((_, _, _) -> acts.refresh());
        receiver.addListener((_, _, _) -> acts.refresh());
        receipt.addListener((_, _, _) -> acts.refresh());
        pick.show(acts.desk().watch());
        route();
    }

    private IncidentId id() {
        return pick.chosen().map(Incident::id).orElse(NOBODY);
    }

    private void route() {
        var tender = acts.desk().brief().tender();
        pick.chosen().ifPresent(one -> {
            departments.setAll(Departments.forTender(tender.regime(), tender.kind(),
                    one.subject().kind()));
            department.set(departments.getFirst());
        });
    }

    @Override
    public void show(Watch now) {
        pick.show(now);
        acts.refresh();
    }

    /// Shows the report as it would be.
    public void render() {
        var chosen = pick.chosen();
        if (chosen.isEmpty() || department.get().isEmpty()) {
            pages.clear();
            return;
        }
        var id = chosen.get().id();
        var to = department.get();
        FxThread.then(FxThread.beside(
                () -> suspicions.given(id).orElseGet(() -> suspicions.preview(id, to))),
                document -> pages.open(document.pdf()),
                error -> acts.failed(Say.it("report.title"), error));
    }

    /// Reports.
    public void send() {
        var id = id();
        var to = department.get();
        acts.work(Say.it("report.send"), () -> suspicions.inform(id, to), this::render);
    }

    /// Enters the department's receipt.
    public void received() {
        acts.give(Say.it("report.received"),
                new WitnessCommand.EnterReceipt(id(), receiver.get(), receipt.get()), () -> {});
    }

    /// The suspicions.
    public IncidentPick pick() {
        return pick;
    }

    /// The pages.
    public PagesModel pages() {
        return pages;
    }

    /// To whom.
    public StringProperty departmentProperty() {
        return department;
    }

    /// All recipients, the usual one first.
    public ObservableList<String> departments() {
        return departments;
    }

    /// Who took it over.
    public StringProperty receiverProperty() {
        return receiver;
    }

    /// The number of the receipt.
    public StringProperty receiptProperty() {
        return receipt;
    }

    /// Why it cannot be reported.
    public ObservableValue<Optional<WitnessRefusal>> whyNotSend() {
        return whyNotSend;
    }

    /// Why there can be no receipt.
    public ObservableValue<Optional<WitnessRefusal>> whyNotReceived() {
        return whyNotReceived;
    }
}
