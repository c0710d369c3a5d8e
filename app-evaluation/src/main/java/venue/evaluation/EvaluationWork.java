package venue.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import venue.crypto.Progress;
import venue.domain.evaluation.EvaluationBrief;
import venue.domain.tender.Person;
import venue.evaluation.EvaluationFailure.Code;
import venue.evaluation.seat.Brief;
import venue.evaluation.seat.Seat;
import venue.sync.Assignment;
import venue.sync.ClockReading;
import venue.sync.Courier;
import venue.sync.Link;
import venue.sync.SyncStatus;
import venue.ui.FxThread;
import venue.ui.Notice;
import venue.ui.ShellModel;
import venue.ui.Work;
import venue.ui.Workplace;
import venue.words.Failure;
import venue.workstation.OpenStation;
import venue.workstation.Salvage;

/// The work of one evaluation desk from start-up to closing: fetches the package and the handover,
/// keeps the line to the centre, and puts the member who signs in at the seat.
final class EvaluationWork implements Work {

    private static final Logger LOG = LoggerFactory.getLogger(EvaluationWork.class);
    private static final String PACKAGE = "evaluation-package.parcel";
    private static final long LOOK_MILLIS = 1500;

    private final OpenStation station;
    private final Optional<Courier> courier;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("handover").factory());
    private @Nullable EvaluationBrief brief;
    private @Nullable Seat seat;
    private @Nullable Room room;
    private @Nullable Future<?> next;

    EvaluationWork(OpenStation station) {
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

    private synchronized EvaluationBrief brief() {
        var known = brief;
        if (known != null) {
            return known;
        }
        var kept = station.station().workFolder().resolve(PACKAGE);
        var found = Files.isRegularFile(kept)
                ? read(kept)
                : brought(kept).or(() -> fetched(kept)).orElseThrow(
                        () -> new EvaluationFailure(Code.PACKAGE_MISSING, incoming()));
        brief = found;
        return found;
    }

    private EvaluationBrief read(Path file) {
        return Brief.read(file, station.deviceToken().orElse(null), station.trust(),
                station.clock().instant());
    }

    /// From a medium: the clerk lays the package into the folder for incoming files.
    private Optional<EvaluationBrief> brought(Path kept) {
        try (var files = Files.list(incoming())) {
            var packages = files.filter(Files::isRegularFile).sorted().toList();
            for (var file : packages) {
                if (!String.valueOf(file.getFileName()).startsWith("handover")) {
                    return Optional.of(keep(file, kept));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new EvaluationFailure(Code.FILE_UNREADABLE, e, incoming());
        }
    }

    private Optional<EvaluationBrief> fetched(Path kept) {
        if (courier.isEmpty()) {
            return Optional.empty();
        }
        return courier.get().assignments().stream().filter(task -> task.kind().equals("project"))
                .findFirst().map(task -> keep(
                        courier.get().fetch(task, folder("fetched"), Progress.NONE), kept));
    }

    private EvaluationBrief keep(Path file, Path kept) {
        var found = read(file);
        try {
            Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new EvaluationFailure(Code.FILE_UNREADABLE, e, kept);
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
            throw new EvaluationFailure(Code.FILE_UNREADABLE, e, folder);
        }
    }

    @Override
    public void begin(Workplace place) {
        var at = seat;
        if (at == null) {
            at = new Seat(station, brief());
            seat = at;
            follow(place);
            look(place, at);
        }
        var before = room;
        if (before != null) {
            before.leave();
        }
        room = new Room(place, at, () -> courier.ifPresent(Courier::kick));
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

    /// Looks for the handover until it is here: first in the own folder, then at the centre.
    private void look(Workplace place, Seat at) {
        looking.execute(() -> lookOnce(place, at));
    }

    private void lookOnce(Workplace place, Seat at) {
        try {
            at.recall();
            courier.flatMap(line -> waiting(line, at)).ifPresent(at::receive);
        } catch (Failure e) {
            LOG.info("handover not here: {}", e.code());
            if (e instanceof EvaluationFailure) {
                FxThread.run(() -> place.shell()
                        .notice(Notice.failed(Say.it("failed", Say.it("handover.import")), e)));
            }
        }
        if (at.handover().isEmpty() && !looking.isShutdown()) {
            next = looking.schedule(() -> lookOnce(place, at), LOOK_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
    }

    private Optional<Path> waiting(Courier line, Seat at) {
        if (!line.status().online()) {
            return Optional.empty();
        }
        return line.assignments().stream().filter(task -> isHandover(task, at)).findFirst()
                .map(task -> line.fetch(task, folder("fetched"), Progress.NONE));
    }

    private static boolean isHandover(Assignment task, Seat at) {
        return task.kind().equals("handover")
                && task.tender().equals(at.brief().tender().id());
    }

    @Override
    public void close() {
        var waiting = next;
        if (waiting != null) {
            waiting.cancel(true);
        }
        looking.shutdownNow();
        var inside = room;
        if (inside != null) {
            inside.leave();
        }
        courier.ifPresent(Courier::close);
        var at = seat;
        if (at != null) {
            at.close();
        }
    }
}
