package venue.witness.desk;

import java.util.List;
import java.util.Optional;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import venue.capture.CaptureSession;
import venue.capture.CaptureSource;
import venue.domain.base.Acting;
import venue.domain.base.Decision;
import venue.domain.base.Fact;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.witness.ExhibitId;
import venue.domain.witness.Watch;
import venue.domain.witness.WitnessBrief;
import venue.domain.witness.WitnessCommand;
import venue.domain.witness.WitnessEvent;
import venue.domain.witness.WitnessRefusal;
import venue.domain.witness.WitnessRules;
import venue.journal.Entry;
import venue.witness.WitnessFailure;
import venue.witness.WitnessFailure.Code;
import venue.workstation.Desk;
import venue.workstation.OpenStation;
import venue.workstation.Shift;

/// A witness's desk (见证席): its part of the journal, who sits here, the evidence it keeps. All that
/// a screen can see or do goes through here; nothing of it runs on the screen's thread but the
/// questions that only read.
public final class WitnessDesk implements AutoCloseable {

    private final OpenStation station;
    private final WitnessBrief brief;
    private final Desk<Watch, WitnessCommand, WitnessEvent, WitnessRefusal> desk;
    private final CaptureSession capture;
    private volatile @Nullable Shift shift;

    /// A desk for the tender of `brief`.
    public WitnessDesk(OpenStation station, WitnessBrief brief) {
        this.station = station;
        this.brief = brief;
        this.desk = new Desk<>(new WitnessRules(brief), WitnessEvent.class, station.journal(),
                brief.tender().id(), station.clock());
        this.capture = new CaptureSession(station.journal().blobs(), this::enter);
    }

    /// What the desk knew before.
    public WitnessBrief brief() {
        return brief;
    }

    /// How things stand.
    public Watch watch() {
        return desk.state();
    }

    /// Tells `watcher` how things stand, now and after each change, off the screen's thread.
    public Runnable watch(Consumer<Watch> watcher) {
        return desk.watch(watcher);
    }

    /// Tells `watcher` that some desk's events have come, off the screen's thread.
    public Runnable watchAll(Runnable watcher) {
        return station.journal().watch(_ -> watcher.run());
    }

    /// A witness works here from now on; captures that a crash cut off are named first.
    public int sitDown(Shift person) {
        shift = person;
        return capture.recover(desk.state());
    }

    Shift present() {
        var now = shift;
        if (now == null) {
            throw new WitnessFailure(Code.NOBODY_HERE);
        }
        return now;
    }

    OpenStation station() {
        return station;
    }

    /// The witness who works here.
    public Acting acting() {
        return present().acting(Role.WITNESS);
    }

    /// The name of somebody in this tender.
    public String nameOf(PersonId person) {
        return brief.person(person).map(known -> known.name()).orElse(person.value());
    }

    /// Where this desk stands.
    public String place() {
        return station.station().room();
    }

    /// Why a command would be refused now; empty when it would not.
    public Optional<WitnessRefusal> why(WitnessCommand command) {
        return desk.would(command, acting()) instanceof //
        Decision.Refused<WitnessEvent, WitnessRefusal>(var reason)
                ? Optional.of(reason)
                : Optional.empty();
    }

    /// Gives a command; the answer comes when it is on the disk.
    public CompletionStage<Decision<WitnessEvent, WitnessRefusal>> ask(WitnessCommand command) {
        return desk.ask(command, acting());
    }

    /// Gives a command and waits until it is on the disk.
    public Decision<WitnessEvent, WitnessRefusal> enter(WitnessCommand command) {
        return desk.submit(command, acting());
    }

    /// Takes evidence in.
    public Decision<WitnessEvent, WitnessRefusal> keep(CaptureSource source,
            CaptureSession.Circumstances known) {
        return capture.keep(source, known);
    }

    /// Computes the digests of a kept original again.
    public void verify(ExhibitId exhibit) {
        capture.verify(desk.state().exhibit(exhibit).orElseThrow());
    }

    /// Hall time.
    public Instant now() {
        return station.clock().instant();
    }

    /// All that this desk holds of the tender, of its own and of the other desks, in the agreed
    /// order.
    public List<Fact> facts() {
        return station.journal().entries(brief.tender().id()).stream().map(Entry::fact).toList();
    }

    @Override
    public void close() {
        desk.close();
    }
}
