package venue.bidopen.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import venue.crypto.Progress;
import venue.crypto.Token;
import venue.domain.base.TenderId;
import venue.domain.tender.Person;
import venue.sync.Assignment;
import venue.sync.ClockReading;
import venue.sync.Courier;
import venue.sync.Link;
import venue.tokens.Drivers;
import venue.workstation.Crew;
import venue.workstation.OpenStation;
import venue.workstation.Salvage;
import venue.workstation.Shift;
import venue.workstation.Startup;

/// The host's desk when its station is open: journal, trust list, the line to the centre, who sits
/// here, and the project at hand.
public final class Workplace implements AutoCloseable {

    private final OpenStation station;
    private final Optional<Courier> courier;
    private final Crew crew = new Crew();
    private final Drivers drivers = new Drivers();
    private volatile Optional<Project> project = Optional.empty();

    private Workplace(OpenStation station, Optional<Courier> courier) {
        this.station = station;
        this.courier = courier;
    }

    /// Opens the station in `dir`; the project loaded before is at hand again.
    public static Workplace open(Path dir, char[] pin, InstantSource clock,
            Consumer<Startup.News> news) {
        var station = OpenStation.open(dir, pin, clock, news);
        try {
            var place = new Workplace(station, line(station));
            place.courier.ifPresent(Courier::start);
            if (Files.isRegularFile(place.projectFile())) {
                place.project = Optional.of(place.read(place.projectFile()));
            }
            return place;
        } catch (RuntimeException e) {
            station.close();
            throw e;
        }
    }

    /// Who stands on the list of the project at hand, read without the journal.
    public static List<Person> roster(Salvage at) {
        var file = at.station().workFolder().resolve("project.parcel");
        return Files.isRegularFile(file)
                ? Project.read(file, at.trust(), at.clock().instant()).brief().people()
                : List.of();
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

    /// The open station.
    public OpenStation station() {
        return station;
    }

    /// The line to the centre, where one is configured.
    public Optional<Courier> courier() {
        return courier;
    }

    /// Who sits here.
    public Crew crew() {
        return crew;
    }

    /// The project at hand.
    public Optional<Project> project() {
        return project;
    }

    /// The hall time.
    public InstantSource clock() {
        return station.clock();
    }

    /// Opens a certificate medium: a PKCS#12 file, or a setting for a vendor's driver in the
    /// station's folder `drivers`. `pin` is wiped.
    public Token open(Path medium, char[] pin) {
        return drivers.open(station.station().dir().resolve("drivers"), medium, pin);
    }

    /// Signs a person in with a certificate medium.
    public Shift signIn(Path medium, char[] pin) {
        var people = project.orElseThrow(BidOpenFailure::noProject).brief().people();
        var token = open(medium, pin);
        try {
            var shift = Shift.signIn(token, station.trust(), people, clock().instant(),
                    station.station().device());
            crew.join(shift);
            station.certify(shift);
            return shift;
        } catch (RuntimeException e) {
            token.close();
            throw e;
        }
    }

    /// Project packages that the centre holds ready.
    public List<Assignment> offered() {
        return line().assignments().stream().filter(task -> task.kind().equals("project")).toList();
    }

    /// Fetches a package from the centre and takes it to hand.
    public Project fetch(Assignment task) {
        return take(line().fetch(task, folder("incoming"), Progress.NONE));
    }

    /// Takes the package in `file` to hand, once it has been found good.
    public Project take(Path file) {
        var found = read(file);
        var running = project.map(Project::brief).map(brief -> brief.tender().id());
        if (running.filter(id -> !id.equals(found.brief().tender().id())).isPresent()) {
            throw BidOpenFailure.otherTender(file, running.get().value());
        }
        try {
            var copy = Files.createTempFile(folder(""), "project", ".part");
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            Files.move(copy, projectFile(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw BidOpenFailure.file(file, e);
        }
        project = Optional.of(found);
        return found;
    }

    /// Fetches the sealed bids of the tender that are not here yet; the answer is how many came.
    public int fetchBids(TenderId tender) {
        int came = 0;
        for (var task : line().assignments()) {
            var there = folder("bids").resolve(task.name());
            if (task.kind().equals("bid") && task.tender().equals(tender)
                    && !Files.exists(there)) {
                line().fetch(task, folder("bids"), Progress.NONE);
                came++;
            }
        }
        return came;
    }

    /// Copies sealed bids (`*.ebid`) from a folder, e.g. a courier's stick.
    public int importBids(Path from) {
        try (var files = Files.list(from)) {
            int came = 0;
            for (var file : files.filter(f -> f.toString().endsWith(".ebid")).toList()) {
                Files.copy(file, folder("bids").resolve(file.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
                came++;
            }
            return came;
        } catch (IOException e) {
            throw BidOpenFailure.file(from, e);
        }
    }

    /// The sealed bids here, in the order of their names.
    public List<Path> sealedBids() {
        try (var files = Files.list(folder("bids"))) {
            var found = new ArrayList<Path>(
                    files.filter(file -> file.toString().endsWith(".ebid")).toList());
            found.sort(Comparator.naturalOrder());
            return found;
        } catch (IOException e) {
            throw BidOpenFailure.file(folder("bids"), e);
        }
    }

    /// A folder below the station's work folder, made if need be.
    public Path folder(String name) {
        var folder = station.station().workFolder().resolve(name);
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw BidOpenFailure.file(folder, e);
        }
    }

    private Path projectFile() {
        return folder("").resolve("project.parcel");
    }

    private Project read(Path file) {
        return Project.read(file, station.trust(), clock().instant());
    }

    private Courier line() {
        return courier.orElseThrow(BidOpenFailure::noCentre);
    }

    /// Everybody gets up, the line is cut, the station is closed.
    @Override
    public void close() {
        crew.leave();
        drivers.close();
        courier.ifPresent(Courier::close);
        station.close();
    }
}
