package venue.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import venue.crypto.Progress;
import venue.domain.witness.WitnessBrief;
import venue.domain.tender.Person;
import venue.witness.WitnessFailure.Code;
import venue.witness.desk.Brief;
import venue.witness.desk.WitnessDesk;
import venue.sync.ClockReading;
import venue.sync.Courier;
import venue.sync.Link;
import venue.sync.SyncStatus;
import venue.ui.FxThread;
import venue.ui.ShellModel;
import venue.ui.Work;
import venue.ui.Workplace;
import venue.workstation.OpenStation;
import venue.workstation.Salvage;

/// The work of a witness's desk from start-up to closing: fetches the package, keeps the line to
/// the centre, names captures that a crash cut off, and opens the room for the witness who signs
/// in.
final class WitnessWork implements Work {

    private static final String PACKAGE = "witness-package.parcel";

    private final OpenStation station;
    private final Optional<Courier> courier;
    private @Nullable WitnessBrief brief;
    private @Nullable WitnessDesk desk;
    private @Nullable Room room;

    WitnessWork(OpenStation station) {
        this.station = station;
        this.courier = line(station);
        courier.ifPresent(Courier::start);
    }

    private static Optional<Courier> line(OpenStation station) {
        var centre = station.station().centre();
        if (centre == null || station.deviceToken().isEmpty()) {
            return Optional.empty();
        }
        var link = Link.to(centre, station.station().deviceFile(), station.devicePin(),
                station.trust().authorities());
        var courier = new Courier(station.journal(), link, station.clock());
        courier.onClock(reading -> compare(station, reading));
        return Optional.of(courier);
    }

    private static void compare(OpenStation station, ClockReading reading) {
        var clock = station.clock();
        var answered = clock.raw().minusNanos(System.nanoTime() - reading.answered());
        clock.sample(answered.minusNanos(reading.answered() - reading.asked()), reading.centre(),
                answered);
    }

    @Override
    public List<Person> people() {
        return brief().people();
    }

    /// Who stands on the list of the package that was kept here; nobody without one.
    static List<Person> roster(Salvage at) {
        var kept = at.station().workFolder().resolve(PACKAGE);
        return Files.isRegularFile(kept)
                ? Brief.read(kept, at.deviceToken().orElse(null), at.trust(),
                        at.clock().instant()).people()
                : List.of();
    }

    private synchronized WitnessBrief brief() {
        var known = brief;
        if (known != null) {
            return known;
        }
        var kept = station.station().workFolder().resolve(PACKAGE);
        var found = Files.isRegularFile(kept)
                ? read(kept)
                : brought(kept).or(() -> fetched(kept)).orElseThrow(
                        () -> new WitnessFailure(Code.PACKAGE_MISSING, incoming()));
        brief = found;
        return found;
    }

    private WitnessBrief read(Path file) {
        return Brief.read(file, station.deviceToken().orElse(null), station.trust(),
                station.clock().instant());
    }

    /// From a medium: the clerk lays the package into the folder for incoming files.
    private Optional<WitnessBrief> brought(Path kept) {
        try (var files = Files.list(incoming())) {
            var packages = files.filter(Files::isRegularFile).sorted().toList();
            return packages.stream().findFirst().map(file -> keep(file, kept));
        } catch (IOException e) {
            throw new WitnessFailure(Code.FILE_UNREADABLE, e, incoming());
        }
    }

    private Optional<WitnessBrief> fetched(Path kept) {
        if (courier.isEmpty()) {
            return Optional.empty();
        }
        return courier.get().assignments().stream().filter(task -> task.kind().equals("project"))
                .findFirst().map(task -> keep(
                        courier.get().fetch(task, folder("fetched"), Progress.NONE), kept));
    }

    private WitnessBrief keep(Path file, Path kept) {
        var found = read(file);
        try {
            Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new WitnessFailure(Code.FILE_UNREADABLE, e, kept);
        }
        return found;
    }

    private Path incoming() {
        return folder("incoming");
    }

    private Path folder(String name) {
        var folder = station.station().workFolder().resolve(name);
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new WitnessFailure(Code.FILE_UNREADABLE, e, folder);
        }
    }

    @Override
    public void begin(Workplace place) {
        var at = desk;
        if (at == null) {
            at = new WitnessDesk(station, brief());
            desk = at;
            follow(place);
        }
        var before = room;
        if (before != null) {
            before.leave();
        }
        room = new Room(place, at);
        room.enter();
    }

    private void follow(Workplace place) {
        var model = place.model();
        courier.ifPresent(line -> {
            show(model, line.status());
            line.watch(FxThread.show(status -> show(model, status)));
        });
    }

    private static void show(ShellModel model, SyncStatus status) {
        model.onlineProperty().set(status.online());
        model.unsentProperty().set(status.unsent());
    }

    @Override
    public void close() {
        var inside = room;
        if (inside != null) {
            inside.leave();
        }
        courier.ifPresent(Courier::close);
        var at = desk;
        if (at != null) {
            at.close();
        }
    }
}
