package venue.bidopen.screen.reading;

import java.util.Optional;

import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import venue.bidopen.session.HostDesk;
import venue.bidopen.session.Say;
import venue.domain.opening.Opening;
import venue.domain.opening.OpeningCommand;
import venue.domain.opening.OpeningRefusal;

/// What the read-out screen shows and can ask for.
public final class ReadingModel {

    private final HostDesk desk;
    private final ObservableList<ReadingSheet.Row> rows = FXCollections.observableArrayList();

    /// Over `desk`.
    public ReadingModel(HostDesk desk) {
        this.desk = desk;
        show(desk.opening());
        desk.openingProperty().addListener((_, _, now) -> show(now));
    }

    private void show(Opening opening) {
        rows.setAll(ReadingSheet.of(opening).rows());
    }

    /// All bids read out.
    public ObservableList<ReadingSheet.Row> rows() {
        return rows;
    }

    /// How things stand.
    public ObservableValue<ReadingSheet> sheet() {
        return desk.openingProperty().map(ReadingSheet::of);
    }

    /// Why reading cannot begin.
    public ObservableValue<Optional<OpeningRefusal>> whyNotBegin() {
        return desk.why(OpeningCommand.BeginReadOut::new);
    }

    /// Why the next bid cannot be confirmed.
    public ObservableValue<Optional<OpeningRefusal>> whyNotConfirm() {
        return desk.why(this::confirming);
    }

    /// Why the objections cannot begin.
    public ObservableValue<Optional<OpeningRefusal>> whyNotObject() {
        return desk.why(OpeningCommand.BeginObjections::new);
    }

    /// 开始唱标
    public void begin() {
        desk.ask(Say.it("reading.begin"), new OpeningCommand.BeginReadOut());
    }

    /// The bid just read was read right.
    public void confirm() {
        desk.ask(Say.it("reading.confirm"), confirming());
    }

    /// 开始异议时段
    public void beginObjections() {
        desk.ask(Say.it("reading.objections"), new OpeningCommand.BeginObjections());
    }

    private OpeningCommand confirming() {
        var sheet = ReadingSheet.of(desk.opening());
        var row = sheet.next().or(() -> sheet.rows().stream().findFirst());
        return row.<OpeningCommand>map(
                one -> new OpeningCommand.ConfirmReading(one.bidder()))
                .orElseGet(OpeningCommand.BeginReadOut::new);
    }
}
