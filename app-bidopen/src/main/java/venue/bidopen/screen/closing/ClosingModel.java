package venue.bidopen.screen.closing;

import java.util.Optional;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import venue.bidopen.session.HostDesk;
import venue.bidopen.session.Say;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.opening.Opening;
import venue.domain.opening.OpeningCommand;
import venue.domain.opening.OpeningRefusal;
import venue.domain.opening.Staff;
import venue.domain.tender.Person;

/// What the closing screen shows and can ask for: the deadline, the staff, the count, the list.
public final class ClosingModel {

    private final HostDesk desk;
    private final ObservableList<ClosingSheet.Row> rows = FXCollections.observableArrayList();
    private final ObservableList<Person> people = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Person> reader = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Person> recorder = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Person> supervisor = new SimpleObjectProperty<>();

    /// Over `desk`.
    public ClosingModel(HostDesk desk) {
        this.desk = desk;
        people.setAll(desk.project().brief().people().stream()
                .filter(person -> person.role() != Role.BIDDER && person.role() != Role.WITNESS)
                .toList());
        reader.set(with(Role.READER, Role.AGENCY));
        recorder.set(with(Role.RECORDER, Role.AGENCY));
        supervisor.set(with(Role.OPENING_SUPERVISOR, Role.SUPERVISOR));
        show(desk.opening());
        desk.openingProperty().addListener((_, _, now) -> show(now));
    }

    private @Nullable Person with(Role wanted, Role otherwise) {
        return people.stream().filter(p -> p.role() == wanted).findFirst()
                .or(() -> people.stream().filter(p -> p.role() == otherwise).findFirst())
                .orElse(null);
    }

    private void show(Opening opening) {
        rows.setAll(ClosingSheet.of(opening).rows());
    }

    /// The bids, once published.
    public ObservableList<ClosingSheet.Row> rows() {
        return rows;
    }

    /// How many bids were received.
    public ObservableValue<String> received() {
        return desk.openingProperty().map(opening -> ClosingSheet.of(opening).received());
    }

    /// How long until the deadline.
    public ObservableValue<String> left() {
        var deadline = desk.project().brief().tender().deadline();
        return desk.nowProperty().map(now -> Say.left(now, deadline));
    }

    /// Who can have a duty.
    public ObservableList<Person> people() {
        return people;
    }

    /// 唱标人
    public ObjectProperty<@Nullable Person> readerProperty() {
        return reader;
    }

    /// 记录人
    public ObjectProperty<@Nullable Person> recorderProperty() {
        return recorder;
    }

    /// 监标人
    public ObjectProperty<@Nullable Person> supervisorProperty() {
        return supervisor;
    }

    /// Why submission cannot be closed.
    public ObservableValue<Optional<OpeningRefusal>> whyNotClose() {
        return desk.why(OpeningCommand.CloseSubmission::new);
    }

    /// Why the meeting cannot be opened.
    public ObservableValue<Optional<OpeningRefusal>> whyNotOpen() {
        return desk.why(this::opening, reader, recorder, supervisor);
    }

    /// Why the bids cannot be counted.
    public ObservableValue<Optional<OpeningRefusal>> whyNotCount() {
        return desk.why(OpeningCommand.CountBids::new);
    }

    /// Why the list cannot be published.
    public ObservableValue<Optional<OpeningRefusal>> whyNotPublish() {
        return desk.why(OpeningCommand.PublishList::new);
    }

    /// 截止投标
    public void close() {
        desk.ask(Say.it("closing.close"), new OpeningCommand.CloseSubmission());
    }

    /// 宣布开标
    public void openMeeting() {
        desk.ask(Say.it("closing.open"), opening());
    }

    /// 清点
    public void count() {
        desk.ask(Say.it("closing.count"), new OpeningCommand.CountBids());
    }

    /// 公布名单
    public void publish() {
        desk.ask(Say.it("closing.publish"), new OpeningCommand.PublishList());
    }

    private OpeningCommand opening() {
        return new OpeningCommand.OpenMeeting(new Staff(desk.acting().person(),
                id(reader.get()), id(recorder.get()), id(supervisor.get())));
    }

    private static PersonId id(@Nullable Person person) {
        return person == null ? new PersonId("nobody") : person.id();
    }
}
