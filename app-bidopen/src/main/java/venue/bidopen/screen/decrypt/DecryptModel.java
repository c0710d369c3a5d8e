package venue.bidopen.screen.decrypt;

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
import venue.bidopen.session.Say;
import venue.bidopen.session.TenderSide;
import venue.bidopen.session.Unsealing;
import venue.domain.opening.Bid;
import venue.domain.opening.Cause;
import venue.domain.opening.DecryptionCode;
import venue.domain.opening.Opening;
import venue.domain.opening.OpeningCommand;
import venue.domain.opening.OpeningRefusal;
import venue.domain.opening.Probes;
import venue.ui.FxThread;
import venue.ui.Notice;

/// What the decryption screen shows and can ask for. The tender side's token is held from the
/// agency's PIN to the end of decryption, in memory only.
public final class DecryptModel {

    private final HostDesk desk;
    private final TenderSide tenderSide;
    private final TenderKeyModel tenderKey;
    private final ObservableList<DecryptSheet.Row> rows = FXCollections.observableArrayList();
    private final ObservableList<DecryptSheet.Row> open = FXCollections.observableArrayList();
    private final ObjectProperty<DecryptSheet.@Nullable Row> chosen = new SimpleObjectProperty<>();
    private final StringProperty medium = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Cause> cause = new SimpleObjectProperty<>(Cause.BIDDER);
    private final ObjectProperty<Bid.@Nullable BidderView> view = new SimpleObjectProperty<>(
            Bid.BidderView.AGREES);
    private final StringProperty reason = new SimpleStringProperty("");

    /// Over `desk`.
    public DecryptModel(HostDesk desk, TenderSide tenderSide) {
        this.desk = desk;
        this.tenderSide = tenderSide;
        this.tenderKey = new TenderKeyModel(desk, tenderSide);
        show(desk.opening());
        desk.openingProperty().addListener((_, _, now) -> show(now));
        chosen.addListener((_, _, row) -> propose(row));
    }

    private void show(Opening opening) {
        var before = chosen.get();
        rows.setAll(DecryptSheet.of(opening).rows());
        open.setAll(rows.stream().filter(row -> opening.bid(row.bidder())
                .filter(bid -> bid.opened().isEmpty()).isPresent()).toList());
        chosen.set(open.stream().filter(
                row -> before == null || row.bidder().equals(before.bidder())).findFirst()
                .orElse(open.isEmpty() ? null : open.getFirst()));
        tenderKey.show(opening);
    }

    private void propose(DecryptSheet.@Nullable Row row) {
        var bid = bid(row);
        if (bid.isPresent() && !bid.get().attempts().isEmpty()) {
            cause.set(bid.get().attempts().getLast().proposed());
        }
    }

    /// All bids.
    public ObservableList<DecryptSheet.Row> rows() {
        return rows;
    }

    /// The bids still sealed.
    public ObservableList<DecryptSheet.Row> open() {
        return open;
    }

    /// Opened and settled bids in figures.
    public ObservableValue<DecryptSheet> sheet() {
        return desk.openingProperty().map(DecryptSheet::of);
    }

    /// How long the window is still open.
    public ObservableValue<String> left() {
        return desk.countdown(Opening::decryption);
    }

    /// The tender side's key.
    public TenderKeyModel tenderKey() {
        return tenderKey;
    }

    /// The bid at the desk.
    public ObjectProperty<DecryptSheet.@Nullable Row> chosenProperty() {
        return chosen;
    }

    /// File of the bidder's token.
    public StringProperty mediumProperty() {
        return medium;
    }

    /// Causes to choose from.
    public ObservableList<Cause> causes() {
        return FXCollections.observableArrayList(List.of(Cause.values()));
    }

    /// The cause to decide.
    public ObjectProperty<@Nullable Cause> causeProperty() {
        return cause;
    }

    /// What the bidder can say.
    public ObservableList<Bid.BidderView> views() {
        return FXCollections.observableArrayList(List.of(Bid.BidderView.values()));
    }

    /// What the bidder says.
    public ObjectProperty<Bid.@Nullable BidderView> viewProperty() {
        return view;
    }

    /// Grounds of the decision.
    public StringProperty reasonProperty() {
        return reason;
    }

    /// Why decryption cannot begin.
    public ObservableValue<Optional<OpeningRefusal>> whyNotBegin() {
        return desk.why(OpeningCommand.BeginDecryption::new);
    }

    /// Why the chosen bid cannot be decrypted.
    public ObservableValue<Optional<OpeningRefusal>> whyNotDecrypt() {
        return desk.why(() -> attempt(DecryptionCode.DRIVER), chosen).map(this::orAllDone);
    }

    /// Why the chosen bid's time is not over.
    public ObservableValue<Optional<OpeningRefusal>> whyNotTimeout() {
        return desk.why(() -> attempt(DecryptionCode.TIMEOUT), chosen).map(this::orAllDone);
    }

    /// Why no cause can be decided.
    public ObservableValue<Optional<OpeningRefusal>> whyNotDecide() {
        return desk.why(this::decision, chosen, cause, view, reason).map(this::orAllDone);
    }

    private Optional<OpeningRefusal> orAllDone(Optional<OpeningRefusal> found) {
        return chosen.get() == null && found.isEmpty()
                ? Optional.of(OpeningRefusal.STEP_DONE)
                : found;
    }

    /// Why decryption cannot end.
    public ObservableValue<Optional<OpeningRefusal>> whyNotClose() {
        return desk.why(OpeningCommand.CloseDecryption::new);
    }

    /// 开始解密
    public void begin() {
        desk.ask(Say.it("decrypt.begin"), new OpeningCommand.BeginDecryption());
    }

    /// Fetches the sealed bids that are not here yet.
    public void fetch() {
        var tender = desk.project().brief().tender().id();
        desk.beside(Say.it("decrypt.fetch"), () -> desk.place().fetchBids(tender), this::came);
    }

    /// Takes the sealed bids from a folder.
    public void importFrom(Path folder) {
        desk.beside(Say.it("decrypt.import"), () -> desk.place().importBids(folder), this::came);
    }

    private void came(int count) {
        tenderKey.refresh();
        desk.tell(Notice.ok(
                Say.it("decrypt.came", count, desk.place().sealedBids().size())));
    }

    /// Tries to decrypt the chosen bid. `pin` is wiped.
    public void decrypt(char[] pin) {
        var bid = bid(chosen.get());
        if (bid.isEmpty() || !tenderKey.readyProperty().get() || medium.get().isBlank()) {
            desk.tell(new Notice(Notice.Kind.WARN, Say.it("decrypt.not-ready"),
                    Say.it("decrypt.not-ready.why"), Say.it("decrypt.not-ready.next")));
            return;
        }
        var file = Path.of(medium.get().strip());
        var name = bid.get().receipt().bidderName();
        var busy = desk.shell().busy(Say.it("decrypt.working", name));
        var work = new Unsealing(desk.place(), desk.project().brief().tender().id(),
                tenderSide);
        FxThread.then(FxThread.beside(() -> {
            try (busy) {
                return work.open(bid.get(), file, pin, (done, total) -> busy
                        .progress(total == 0 ? 1 : (double) done / total));
            }
        }), this::hand, error -> desk.failed(Say.it("decrypt.decrypt"), error));
    }

    /// Hands in what came of an attempt.
    void hand(OpeningCommand outcome) {
        desk.ask(Say.it("decrypt.decrypt"), outcome).thenAccept(done -> {
            if (!done) {
                return;
            }
            medium.set("");
            if (outcome instanceof OpeningCommand.RecordAttempt(var bidder, var code, var probes)) {
                propose(chosen.get());
                var name = desk.opening().bid(bidder).orElseThrow().receipt().bidderName();
                desk.tell(new Notice(Notice.Kind.ERROR, Say.it("decrypt.failure", name),
                        Say.of(code) + "：" + probes.note(), Say.it("remedy." + code)));
            } else {
                desk.tell(Notice.ok(Say.it("decrypt.success")));
            }
        });
    }

    /// The window is over and nothing came.
    public void timeout() {
        desk.ask(Say.it("decrypt.timeout"), attempt(DecryptionCode.TIMEOUT));
    }

    /// Decides the cause, once the host has read what follows from it.
    public void decide() {
        var row = chosen.get();
        var what = cause.get();
        if (row == null || what == null) {
            return;
        }
        FxThread.then(
                desk.shell().dialogs().confirm(Say.it("cause.decide"),
                        Say.it("cause.confirm." + what, row.name()), Say.it("cause.decide")),
                sure -> {
                    if (sure) {
                        desk.ask(Say.it("cause.decide"), decision()).thenAccept(done -> {
                            if (done) {
                                reason.set("");
                            }
                        });
                    }
                }, error -> desk.failed(Say.it("cause.decide"), error));
    }

    /// 结束解密
    public void close() {
        desk.ask(Say.it("decrypt.close"), new OpeningCommand.CloseDecryption());
    }

    private Optional<Bid> bid(DecryptSheet.@Nullable Row row) {
        return row == null ? Optional.empty() : desk.opening().bid(row.bidder());
    }

    private OpeningCommand attempt(DecryptionCode code) {
        var row = chosen.get();
        if (row == null) {
            return new OpeningCommand.CloseDecryption();
        }
        var serial = bid(row).map(bid -> bid.receipt().encryptionSerial()).orElse("");
        return new OpeningCommand.RecordAttempt(row.bidder(), code,
                new Probes("", serial, true, "", code == DecryptionCode.TIMEOUT
                        ? Say.it("decrypt.timeout.note")
                        : ""));
    }

    private OpeningCommand decision() {
        var row = chosen.get();
        var what = cause.get();
        var says = view.get();
        if (row == null || what == null || says == null) {
            return new OpeningCommand.CloseDecryption();
        }
        return new OpeningCommand.DecideCause(row.bidder(), what, reason.get(), says);
    }
}
