package venue.bidopen.screen.record;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import venue.bidopen.session.HostDesk;
import venue.bidopen.session.RecordPapers;
import venue.bidopen.session.Say;
import venue.domain.base.Digest;
import venue.domain.opening.Opening;
import venue.domain.opening.OpeningCommand;
import venue.domain.opening.OpeningRefusal;
import venue.domain.opening.RecordVersion;
import venue.domain.opening.Signer;
import venue.ui.Notice;

/// What the record screen shows and can ask for: the document, signatures, refusals.
public final class RecordModel {

    private final HostDesk desk;
    private final RecordPapers papers;
    private final ObservableList<RecordSheet.Row> rows = FXCollections.observableArrayList();
    private final ObservableList<Signer> waiting = FXCollections.observableArrayList();
    private final ObservableList<byte[]> pages = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Signer> signer = new SimpleObjectProperty<>();
    private final StringProperty medium = new SimpleStringProperty("");
    private final StringProperty refusal = new SimpleStringProperty("");
    private int shownVersion;

    /// Over `desk`.
    public RecordModel(HostDesk desk) {
        this.desk = desk;
        this.papers = new RecordPapers(desk.place());
        show(desk.opening());
        desk.openingProperty().addListener((_, _, now) -> show(now));
    }

    private void show(Opening opening) {
        var sheet = RecordSheet.of(opening);
        rows.setAll(sheet.rows());
        waiting.setAll(sheet.waiting());
        signer.set(waiting.isEmpty() ? null : waiting.getFirst());
        opening.draft().filter(draft -> draft.number() != shownVersion).ifPresent(this::preview);
    }

    private void preview(RecordVersion draft) {
        shownVersion = draft.number();
        desk.beside(Say.it("record.preview"), () -> papers.pages(draft), pages::setAll);
    }

    /// Signers and what each did.
    public ObservableList<RecordSheet.Row> rows() {
        return rows;
    }

    /// Signers still asked.
    public ObservableList<Signer> waiting() {
        return waiting;
    }

    /// Pages of the document (PNG).
    public ObservableList<byte[]> pages() {
        return pages;
    }

    /// How things stand.
    public ObservableValue<RecordSheet> sheet() {
        return desk.openingProperty().map(RecordSheet::of);
    }

    /// Who signs now.
    public ObjectProperty<@Nullable Signer> signerProperty() {
        return signer;
    }

    /// File of the signer's token.
    public StringProperty mediumProperty() {
        return medium;
    }

    /// Why the signer does not sign.
    public StringProperty refusalProperty() {
        return refusal;
    }

    /// Why the record cannot be drafted.
    public ObservableValue<Optional<OpeningRefusal>> whyNotDraft() {
        return desk.why(() -> new OpeningCommand.DraftRecord(desk.project().digest(),
                desk.project().digest()));
    }

    /// Why nobody can sign.
    public ObservableValue<Optional<OpeningRefusal>> whyNotSign() {
        return desk.why(this::signing, signer).map(this::orAllDone);
    }

    /// Why no refusal can be noted.
    public ObservableValue<Optional<OpeningRefusal>> whyNotRefuse() {
        return desk.why(this::refusing, signer, refusal).map(this::orAllDone);
    }

    private Optional<OpeningRefusal> orAllDone(Optional<OpeningRefusal> found) {
        return signer.get() == null && found.isEmpty()
                ? Optional.of(OpeningRefusal.STEP_DONE)
                : found;
    }

    /// 生成开标记录
    public void draft() {
        var opening = desk.opening();
        desk.beside(Say.it("record.drafting"), () -> papers.draft(opening),
                command -> desk.ask(Say.it("record.draft"), command));
    }

    /// Signs with the token in the chosen file. `pin` is wiped.
    public void sign(char[] pin) {
        var who = signer.get();
        if (who == null) {
            return;
        }
        var file = Path.of(medium.get().strip());
        var opening = desk.opening();
        desk.beside(Say.it("record.signing", who.name()), () -> {
            try (var token = desk.place().open(file, pin)) {
                return papers.sign(opening, who, token);
            }
        }, command -> desk.ask(Say.it("record.sign"), command).thenAccept(done -> {
            if (done) {
                medium.set("");
                desk.tell(Notice.ok(Say.it("record.thanks", who.name())));
            }
        }));
    }

    /// Notes that the signer does not sign, and why.
    public void refuse() {
        desk.ask(Say.it("record.refuse"), refusing()).thenAccept(done -> {
            if (done) {
                refusal.set("");
            }
        });
    }

    private OpeningCommand signing() {
        var who = signer.get();
        var draft = desk.opening().draft();
        if (who == null || draft.isEmpty()) {
            return new OpeningCommand.End();
        }
        Digest own = desk.opening().known().person(who.person()).orElseThrow().certificate();
        return new OpeningCommand.SignRecord(who.duty(), who.person(), own, "",
                draft.get().sha256(), "");
    }

    private OpeningCommand refusing() {
        var who = signer.get();
        return who == null
                ? new OpeningCommand.End()
                : new OpeningCommand.RefuseToSign(who.duty(), who.person(), refusal.get());
    }

    /// Reasons that are often given.
    public List<String> commonRefusals() {
        return List.of(Say.it("record.refusal.certificate"), Say.it("record.refusal.left"),
                Say.it("record.refusal.disagree"));
    }
}
