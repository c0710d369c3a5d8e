package venue.workstation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import venue.domain.base.Acting;
import venue.domain.base.PersonId;
import venue.domain.base.Role;

/// All who are signed in at one workstation: at the hall desk the host, the recorder and the
/// supervisor sit side by side.
public final class Crew {

    private final List<Shift> shifts = new ArrayList<>();
    private final List<Consumer<List<Shift>>> watchers = new CopyOnWriteArrayList<>();

    /// Nobody is here yet.
    public Crew() {}

    /// Sits down; who was there already with the same person id is replaced.
    public void join(Shift shift) {
        synchronized (shifts) {
            shifts.removeIf(other -> other.person().equals(shift.person()));
            shifts.add(shift);
        }
        tell();
    }

    /// Gets up; the medium forgets its keys.
    public void leave(PersonId person) {
        List<Shift> gone;
        synchronized (shifts) {
            gone = shifts.stream().filter(shift -> shift.person().equals(person)).toList();
            shifts.removeAll(gone);
        }
        gone.forEach(shift -> shift.token().close());
        tell();
    }

    /// Everybody gets up.
    public void leave() {
        present().forEach(shift -> leave(shift.person()));
    }

    /// Who is here, in the order of sitting down.
    public List<Shift> present() {
        synchronized (shifts) {
            return List.copyOf(shifts);
        }
    }

    /// The one who sits here as `role`.
    public Optional<Shift> as(Role role) {
        return present().stream().filter(shift -> shift.roles().contains(role)).findFirst();
    }

    /// Acting as `role`.
    ///
    /// @throws ShiftFailure NOT_PRESENT
    public Acting acting(Role role) {
        return as(role).orElseThrow(() -> ShiftFailure.notPresent(RoleWords.say(role)))
                .acting(role);
    }

    /// An act that two present persons confirm.
    ///
    /// @throws ShiftFailure NOT_PRESENT, SAME_PERSON
    public TwoPerson confirm(Role first, Role second, String act, Instant at) {
        return new TwoPerson(acting(first), acting(second), act, at);
    }

    /// Tells `watcher` who is here, now and after every change; the answer ends that.
    public Runnable watch(Consumer<List<Shift>> watcher) {
        watchers.add(watcher);
        watcher.accept(present());
        return () -> watchers.remove(watcher);
    }

    private void tell() {
        var now = present();
        watchers.forEach(watcher -> watcher.accept(now));
    }
}
