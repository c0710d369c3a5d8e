package venue.bidopen.screen.objection;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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
import venue.domain.base.Role;
import venue.domain.opening.Attendance;
import venue.domain.opening.Bid;
import venue.domain.opening.Objection;
import venue.domain.opening.Opening;
import venue.domain.opening.OpeningCommand;
import venue.domain.opening.OpeningRefusal;

/// What the objection screen shows and can ask for.
public final class ObjectionModel {

    private final HostDesk desk;
    private final ObservableList<ObjectionSheet.Row> rows = FXCollections.observableArrayList();
    private final ObservableList<Bid> present = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Bid> bidder = new SimpleObjectProperty<>();
    private final ObjectProperty<Objection.@Nullable Topic> topic = new SimpleObjectProperty<>(
            Objection.Topic.READING);
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty answer = new SimpleStringProperty("");
    private final StringProperty answeredBy = new SimpleStringProperty("");

    /// Over `desk`.
    public ObjectionModel(HostDesk desk) {
        this.desk = desk;
        answeredBy.set(desk.project().brief().people().stream()
                .filter(person -> person.role() == Role.TENDERER).map(person -> person.name())
                .findFirst().orElse(""));
        show(desk.opening());
        desk.openingProperty().addListener((_, _, now) -> show(now));
    }

    private void show(Opening opening) {
        var before = bidder.get();
        rows.setAll(ObjectionSheet.of(opening).rows());
        present.setAll(opening.bids().values().stream()
                .filter(bid -> bid.attendance().filter(Attendance::present).isPresent())
                .toList());
        bidder.set(present.stream()
                .filter(bid -> before != null && bid.bidder().equals(before.bidder()))
                .findFirst().orElse(null));
    }

    /// All objections.
    public ObservableList<ObjectionSheet.Row> rows() {
        return rows;
    }

    /// Bidders whose representative is here.
    public ObservableList<Bid> present() {
        return present;
    }

    /// Who objects.
    public ObjectProperty<@Nullable Bid> bidderProperty() {
        return bidder;
    }

    /// What it can be about.
    public ObservableList<Objection.Topic> topics() {
        return FXCollections.observableArrayList(List.of(Objection.Topic.values()));
    }

    /// What it is about.
    public ObjectProperty<Objection.@Nullable Topic> topicProperty() {
        return topic;
    }

    /// The objection.
    public StringProperty textProperty() {
        return text;
    }

    /// The answer.
    public StringProperty answerProperty() {
        return answer;
    }

    /// Who answers.
    public StringProperty answeredByProperty() {
        return answeredBy;
    }

    /// How long objections can still be raised.
    public ObservableValue<String> left() {
        return desk.countdown(Opening::objecting);
    }

    /// Why nothing can be raised.
    public ObservableValue<Optional<OpeningRefusal>> whyNotRaise() {
        return desk.why(this::raising, bidder, topic, text);
    }

    /// Why nothing can be answered.
    public ObservableValue<Optional<OpeningRefusal>> whyNotAnswer() {
        return desk.why(this::answering, answer, answeredBy);
    }

    /// Why nothing can be settled.
    public ObservableValue<Optional<OpeningRefusal>> whyNotSettle() {
        return desk.why(() -> settling(false));
    }

    /// Why the window cannot be closed.
    public ObservableValue<Optional<OpeningRefusal>> whyNotClose() {
        return desk.why(OpeningCommand.CloseObjections::new);
    }

    /// 提出异议
    public void raise() {
        desk.ask(Say.it("objection.raise"), raising()).thenAccept(done -> {
            if (done) {
                text.set("");
            }
        });
    }

    /// 答复
    public void giveAnswer() {
        desk.ask(Say.it("objection.answer"), answering()).thenAccept(done -> {
            if (done) {
                answer.set("");
            }
        });
    }

    /// The bidder accepts the answer, or keeps the objection.
    public void settle(boolean maintained) {
        desk.ask(Say.it("objection.settle"), settling(maintained));
    }

    /// 结束异议时段
    public void close() {
        desk.ask(Say.it("objection.close"), new OpeningCommand.CloseObjections());
    }

    private OpeningCommand raising() {
        var who = bidder.get();
        var about = topic.get();
        if (who == null || about == null) {
            return new OpeningCommand.RaiseObjection(
                    desk.opening().bids().values().stream().findFirst().map(Bid::bidder)
                            .orElse(Say.NOBODY),
                    "", Objection.Topic.OTHER, "");
        }
        return new OpeningCommand.RaiseObjection(who.bidder(),
                who.attendance().map(Attendance::representative).orElse(""), about, text.get());
    }

    private OpeningCommand answering() {
        return new OpeningCommand.AnswerObjection(first(one -> one.answer().isEmpty()),
                answer.get(), answeredBy.get());
    }

    private OpeningCommand settling(boolean maintained) {
        return new OpeningCommand.SettleObjection(first(one -> one.settlement().isEmpty()),
                maintained);
    }

    private int first(Predicate<Objection> open) {
        return desk.opening().objections().stream().filter(open).map(Objection::number)
                .findFirst().orElse(0);
    }
}
