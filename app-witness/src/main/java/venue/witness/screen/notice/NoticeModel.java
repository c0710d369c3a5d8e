package venue.witness.screen.notice;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import venue.domain.base.Digest;
import venue.domain.witness.Catalogue;
import venue.domain.witness.Delivery;
import venue.domain.witness.Incident;
import venue.domain.witness.IncidentId;
import venue.domain.witness.NoticeForm;
import venue.domain.witness.Watch;
import venue.domain.witness.WitnessCommand;
import venue.domain.witness.WitnessRefusal;
import venue.ui.FxThread;
import venue.witness.Say;
import venue.witness.desk.Acts;
import venue.witness.desk.Notices;
import venue.witness.desk.Showing;
import venue.witness.parts.IncidentPick;
import venue.witness.parts.PagesModel;

/// 提示与告知: prompt or notify, take the receipt, close or raise.
public final class NoticeModel implements Showing {

    private static final IncidentId NOBODY = new IncidentId("J000-none");

    private final Acts acts;
    private final Notices notices;
    private final IncidentPick pick = new IncidentPick(_ -> true);
    private final PagesModel pages;
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty reply = new SimpleStringProperty("");
    private final ObservableValue<Optional<WitnessRefusal>> whyNotNotify;
    private final ObservableValue<Optional<WitnessRefusal>> whyNotDeliver;
    private final ObservableValue<Optional<WitnessRefusal>> whyNotClose;
    private final ObservableValue<Optional<WitnessRefusal>> whyNotEscalate;

    /// A model that acts through `acts`.
    public NoticeModel(Acts acts) {
        this.acts = acts;
        this.notices = new Notices(acts.desk());
        this.pages = new PagesModel(error -> acts.failed(Say.it("notice.title"), error));
        pick.show(acts.desk().watch());
        this.whyNotNotify = acts.why(() -> new WitnessCommand.NotifySubject(id(),
                NoticeForm.WRITTEN, text.get(), Optional.of(new Digest("0".repeat(64)))));
        this.whyNotDeliver = acts.why(() -> new WitnessCommand.EnterDelivery(id(),
                Delivery.ELECTRONIC, Say.it("notice.subject"), "", Optional.empty()));
        this.whyNotClose = acts.why(
                () -> new WitnessCommand.CloseIncident(id(), Say.it("notice.close")));
        this.whyNotEscalate = acts.why(() -> new WitnessCommand.Escalate(id(), code(),
                Say.it("notice.escalate")));
        text.addListener((_, _, _) -> acts.refresh());
        pick.chosenProperty().addListener((_, before, now) -> {
            if (!before.map(Incident::id).equals(now.map(Incident::id))) {
                propose();
                render();
            }
            acts.refresh();
        });
        propose();
    }

    private IncidentId id() {
        return pick.chosen().map(Incident::id).orElse(NOBODY);
    }

    private String code() {
        return pick.chosen().map(Incident::code).orElse("");
    }

    /// A wording to begin with; the witness changes it as needed.
    private void propose() {
        text.set(pick.chosen().map(one -> Say.onPaper("notice.proposal",
                Catalogue.find(one.code()).map(entry -> entry.title()).orElse("")))
                .orElse(""));
    }

    @Override
    public void show(Watch now) {
        pick.show(now);
        acts.refresh();
    }

    /// Shows the notice that was given, or what would be given.
    public void render() {
        var chosen = pick.chosen();
        if (chosen.isEmpty() || text.get().isBlank()) {
            pages.clear();
            return;
        }
        var id = chosen.get().id();
        var wording = text.get();
        FxThread.then(
                FxThread.beside(() -> notices.given(id)
                        .orElseGet(() -> notices.preview(id, wording))),
                document -> pages.open(document.pdf()),
                error -> acts.failed(Say.it("notice.title"), error));
    }

    /// Prompts by word of mouth.
    public void prompt() {
        acts.give(Say.it("notice.oral"), new WitnessCommand.NotifySubject(id(), NoticeForm.ORAL,
                text.get(), Optional.empty()), () -> {});
    }

    /// Notifies in writing.
    public void notifyInWriting() {
        var id = id();
        var wording = text.get();
        acts.work(Say.it("notice.written"), () -> notices.notifyInWriting(id, wording),
                this::render);
    }

    /// The subject signs with the own medium; `pin` is wiped.
    public void sign(Path medium, char[] pin) {
        var id = id();
        var said = reply.get();
        acts.work(Say.it("notice.sign"), () -> notices.signReceipt(id, medium, pin, said),
                () -> reply.set(""));
    }

    /// The subject refuses, or takes it on the screen.
    public void deliver(Delivery delivery) {
        acts.give(delivery.title(), new WitnessCommand.EnterDelivery(id(), delivery,
                pick.chosen().map(one -> one.subject().name()).orElse(""), reply.get(),
                Optional.empty()), () -> reply.set(""));
    }

    /// Brings the finding to its end.
    public void close(String outcome) {
        acts.give(Say.it("notice.close"), new WitnessCommand.CloseIncident(id(), outcome),
                () -> {});
    }

    /// Raises it to class B under its number.
    public void escalate(String reason) {
        acts.give(Say.it("notice.escalate"), new WitnessCommand.Escalate(id(), code(), reason),
                () -> {});
    }

    /// The findings.
    public IncidentPick pick() {
        return pick;
    }

    /// The pages of the notice.
    public PagesModel pages() {
        return pages;
    }

    /// What the subject is told.
    public StringProperty textProperty() {
        return text;
    }

    /// What the subject says.
    public StringProperty replyProperty() {
        return reply;
    }

    /// Why nobody can be notified.
    public ObservableValue<Optional<WitnessRefusal>> whyNotNotify() {
        return whyNotNotify;
    }

    /// Why there can be no receipt.
    public ObservableValue<Optional<WitnessRefusal>> whyNotDeliver() {
        return whyNotDeliver;
    }

    /// Why it cannot be closed.
    public ObservableValue<Optional<WitnessRefusal>> whyNotClose() {
        return whyNotClose;
    }

    /// Why it cannot be raised.
    public ObservableValue<Optional<WitnessRefusal>> whyNotEscalate() {
        return whyNotEscalate;
    }
}
