package venue.bidopen.screen.prepare;

import java.util.Optional;

import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import venue.bidopen.session.HostDesk;
import venue.bidopen.session.Say;
import venue.domain.opening.Interruption;
import venue.domain.opening.OpeningCommand;
import venue.domain.opening.OpeningRefusal;
import venue.ui.FxThread;

/// What the preparing screen shows and can ask for.
public final class PrepareModel {

    private final HostDesk desk;
    private final ObservableList<PrepareSheet.Check> checks = FXCollections.observableArrayList();

    /// Over `desk`.
    public PrepareModel(HostDesk desk) {
        this.desk = desk;
        desk.healthProperty().addListener((_, _, _) -> look());
    }

    /// Looks again.
    public PrepareSheet look() {
        var sheet = PrepareSheet.of(desk);
        checks.setAll(sheet.checks());
        return sheet;
    }

    /// What was looked at.
    public ObservableList<PrepareSheet.Check> checks() {
        return checks;
    }

    /// Begins the record of this opening.
    public void prepare() {
        desk.ask(Say.it("prepare.load"), load());
    }

    /// Opens the doors.
    public void beginCheckIn() {
        desk.ask(Say.it("prepare.check-in"), new OpeningCommand.BeginCheckIn());
    }

    /// Why the record cannot begin.
    public ObservableValue<Optional<OpeningRefusal>> whyNotPrepare() {
        return desk.why(this::load);
    }

    /// Why the doors stay closed.
    public ObservableValue<Optional<OpeningRefusal>> whyNotCheckIn() {
        return desk.why(OpeningCommand.BeginCheckIn::new);
    }

    /// Why the meeting cannot stop.
    public ObservableValue<Optional<OpeningRefusal>> whyNotSuspend() {
        return desk.why(() -> new OpeningCommand.Suspend(Interruption.Kind.OTHER, "-"));
    }

    /// Why it cannot go on.
    public ObservableValue<Optional<OpeningRefusal>> whyNotResume() {
        return desk.why(OpeningCommand.Resume::new);
    }

    /// Why it cannot end for good.
    public ObservableValue<Optional<OpeningRefusal>> whyNotTerminate() {
        return desk.why(() -> new OpeningCommand.Terminate("-"));
    }

    /// Stops the meeting, with a reason.
    public void suspend() {
        FxThread.then(
                desk.shell().dialogs().reason(Say.it("pause.suspend"), Say.it("pause.text"),
                        Say.it("pause.suspend")),
                reason -> reason.ifPresent(text -> desk.ask(Say.it("pause.suspend"),
                        new OpeningCommand.Suspend(Interruption.Kind.OTHER, text))),
                error -> desk.failed(Say.it("pause.suspend"), error));
    }

    /// Goes on.
    public void resume() {
        desk.ask(Say.it("pause.resume"), new OpeningCommand.Resume());
    }

    /// Ends the opening for good, with a reason.
    public void terminate() {
        FxThread.then(
                desk.shell().dialogs().reason(Say.it("pause.terminate"),
                        Say.it("pause.terminate.text"), Say.it("pause.terminate")),
                reason -> reason.ifPresent(text -> desk.ask(Say.it("pause.terminate"),
                        new OpeningCommand.Terminate(text))),
                error -> desk.failed(Say.it("pause.terminate"), error));
    }

    private OpeningCommand load() {
        return new OpeningCommand.Prepare(desk.project().brief(), desk.project().digest());
    }
}
