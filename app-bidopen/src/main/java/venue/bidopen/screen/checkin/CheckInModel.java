package venue.bidopen.screen.checkin;

import java.util.List;
import java.util.Optional;
import java.util.Set;

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
import venue.domain.base.BidderId;
import venue.domain.base.SocialCreditCode;
import venue.domain.opening.Attendance;
import venue.domain.opening.Opening;
import venue.domain.opening.OpeningCommand;
import venue.domain.opening.OpeningRefusal;
import venue.ui.Notice;

/// What the sign-in screen shows and can ask for.
public final class CheckInModel {

    private static final Set<OpeningRefusal> PERSONAL = Set.of(OpeningRefusal.UNKNOWN_BIDDER,
            OpeningRefusal.ALREADY_SIGNED_IN, OpeningRefusal.NAME_MISSING);

    private final HostDesk desk;
    private final ObservableList<CheckInSheet.Row> rows = FXCollections.observableArrayList();
    private final StringProperty code = new SimpleStringProperty("");
    private final StringProperty person = new SimpleStringProperty("");
    private final ObservableList<String> authorities = FXCollections.observableArrayList(
            Say.it("authority.agent"), Say.it("authority.head"));
    private final ObjectProperty<@Nullable String> authority = new SimpleObjectProperty<>(
            Say.it("authority.agent"));
    private final ObjectProperty<Attendance.@Nullable Absence> absence = new SimpleObjectProperty<>(
            Attendance.Absence.LATE);
    private final StringProperty note = new SimpleStringProperty("");

    /// Over `desk`.
    public CheckInModel(HostDesk desk) {
        this.desk = desk;
        show(desk.opening());
        desk.openingProperty().addListener((_, _, now) -> show(now));
    }

    private void show(Opening opening) {
        rows.setAll(CheckInSheet.of(opening).rows());
    }

    /// One row a bidder that may be named.
    public ObservableList<CheckInSheet.Row> rows() {
        return rows;
    }

    /// How things stand.
    public ObservableValue<CheckInSheet> sheet() {
        return desk.openingProperty().map(CheckInSheet::of);
    }

    /// 统一社会信用代码 as typed.
    public StringProperty codeProperty() {
        return code;
    }

    /// Name of the representative.
    public StringProperty personProperty() {
        return person;
    }

    /// Papers that can be shown.
    public ObservableList<String> authorities() {
        return authorities;
    }

    /// The paper shown.
    public ObjectProperty<@Nullable String> authorityProperty() {
        return authority;
    }

    /// Reasons of absence.
    public ObservableList<Attendance.Absence> absences() {
        return FXCollections.observableArrayList(List.of(Attendance.Absence.LATE,
                Attendance.Absence.GIVEN_UP, Attendance.Absence.STATED,
                Attendance.Absence.OTHER));
    }

    /// Reason of the absence to record.
    public ObjectProperty<Attendance.@Nullable Absence> absenceProperty() {
        return absence;
    }

    /// Words to it.
    public StringProperty noteProperty() {
        return note;
    }

    /// Why nobody can sign in now.
    public ObservableValue<Optional<OpeningRefusal>> whyNotSignIn() {
        return desk.why(() -> bidder().isPresent()
                ? signingIn()
                : new OpeningCommand.SignInBidder(anyone(), person.get(), ""), code, person)
                .map(this::onceTyped);
    }

    /// Why no absence can be recorded now.
    public ObservableValue<Optional<OpeningRefusal>> whyNotAbsent() {
        return desk.why(() -> new OpeningCommand.RecordAbsence(bidder().orElse(anyone()),
                Attendance.Absence.OTHER, ""), code).map(this::onceTyped);
    }

    /// Before a code is typed only what concerns everybody is said.
    private Optional<OpeningRefusal> onceTyped(Optional<OpeningRefusal> refusal) {
        return refusal.filter(reason -> bidder().isPresent() || !PERSONAL.contains(reason));
    }

    /// Signs the representative in.
    public void signIn() {
        if (bidder().isEmpty()) {
            wrongCode();
            return;
        }
        desk.ask(Say.it("check-in.sign-in"), signingIn()).thenAccept(done -> {
            if (done) {
                code.set("");
                person.set("");
            }
        });
    }

    /// Notes that nobody came.
    public void absent() {
        var reason = absence.get();
        if (bidder().isEmpty() || reason == null) {
            wrongCode();
            return;
        }
        desk.ask(Say.it("check-in.absent"),
                new OpeningCommand.RecordAbsence(bidder().get(), reason, note.get()));
    }

    private void wrongCode() {
        desk.tell(new Notice(Notice.Kind.WARN, Say.it("check-in.code.wrong"),
                Say.it("check-in.code.why", code.get().strip()), Say.it("check-in.code.next")));
    }

    private OpeningCommand signingIn() {
        var paper = authority.get();
        return new OpeningCommand.SignInBidder(bidder().orElseThrow(), person.get(),
                paper == null ? "" : paper);
    }

    private Optional<BidderId> bidder() {
        var typed = code.get().strip();
        return SocialCreditCode.isValid(typed)
                ? Optional.of(new BidderId(typed))
                : Optional.empty();
    }

    /// Stands in for a bidder while none is typed, so that the screen can say what else is missing.
    private BidderId anyone() {
        var all = desk.opening().bids().keySet();
        return all.isEmpty() ? Say.NOBODY : all.iterator().next();
    }
}
