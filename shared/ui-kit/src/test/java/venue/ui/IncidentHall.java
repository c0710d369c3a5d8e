package venue.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import venue.crypto.Authority;
import venue.crypto.KeyEntry;
import venue.crypto.Suite;
import venue.domain.base.DeviceId;
import venue.domain.base.Digest;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.tender.Person;
import venue.journal.Author;
import venue.journal.SessionEvent.IncidentNoted;
import venue.words.Words;
import venue.workstation.Custodians;
import venue.workstation.OpenStation;
import venue.workstation.Salvage;
import venue.workstation.Station;

/// A station in a folder, its people, and what can befall its journal.
final class IncidentHall {

    static final String PIN = "246810";
    static final String PERSON_PIN = "13579";
    private static final Instant NINE = Instant.parse("2026-03-24T01:00:00Z");
    private static final Instant BEFORE = NINE.minusSeconds(86_400);
    private static final Instant AFTER = NINE.plusSeconds(86_400);
    private static final Authority ROOT = Authority.root(Suite.SM, "数字证书认证中心", BEFORE, AFTER);

    final Path dir;
    final Station station;
    private final List<Person> people = new ArrayList<>();
    private Instant now = NINE;

    IncidentHall() {
        try {
            dir = Files.createTempDirectory("venue-incident");
            var trust = Files.createDirectories(dir.resolve("ca"));
            Files.writeString(trust.resolve("root.pem"), ROOT.certificate().pem());
            station = Station.enrol(dir.resolve("hall-1"), new Station.Enrolment(
                    new DeviceId("hall-1"), Station.Kind.BIDOPEN, "开标一厅", "主持席",
                    Optional.empty(), Optional.empty(), "", Optional.of(trust)),
                    PIN.toCharArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        people.add(person("P-HOST", "宋主持", Role.HOST));
        people.add(person("P-REC", "李记", Role.RECORDER));
        people.add(person("P-SUP", "赵监标", Role.OPENING_SUPERVISOR));
        new Custodians(List.of(person("P-TECH", "钱技术", Role.TECHNICIAN))).write(station.dir());
    }

    private Person person(String id, String name, Role role) {
        var entry = ROOT.issue(new Authority.Subject(name, "交易中心", id), Authority.Use.BOTH, BEFORE,
                AFTER);
        KeyEntry.write(dir.resolve(id + ".p12"), PERSON_PIN.toCharArray(), List.of(entry));
        return new Person(new PersonId(id), name, role, "丹东市公共资源交易中心",
                new Digest(entry.certificate().sha256()));
    }

    Launch launch() {
        return Launch.of(station.dir()).at(this::tick)
                .choosing(new StationStartTest.OneFile(stick()));
    }

    Path stick() {
        try {
            return Files.createDirectories(dir.resolve("stick"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized Instant tick() {
        now = now.plusMillis(10);
        return now;
    }

    OpenStation open() {
        return OpenStation.open(station.dir(), PIN.toCharArray(), this::tick, _ -> {});
    }

    /// A session in which some entries were written.
    void work(int entries) {
        try (var open = open()) {
            for (int i = 0; i < entries; i++) {
                open.journal().append(Author.station(station.device()),
                        List.of(new IncidentNoted("NOTE-" + i, "", tick())));
            }
        }
    }

    /// A day's work, then the folder of the journal is put back to the morning.
    void swapInAnOlderCopy() {
        work(3);
        var journal = station.journalFolder();
        try {
            copy(journal, dir.resolve("older"));
            work(6);
            delete(journal);
            copy(dir.resolve("older"), journal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Bytes in the middle of the file become zero.
    void damage() {
        work(3);
        var file = station.journalFolder().resolve("journal.db");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            int tail = Math.toIntExact(Files.size(file)) - 4096;
            channel.write(ByteBuffer.wrap(new byte[tail]), 4096);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var walk = Files.walk(from)) {
            for (var file : walk.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            for (var file : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// An application that has nothing to do.
    final class App extends VenueApp {

        @Override
        protected Station.Kind kind() {
            return Station.Kind.BIDOPEN;
        }

        @Override
        protected Words words() {
            return Sample.words();
        }

        @Override
        protected List<Person> roster(Salvage at) {
            return people;
        }

        @Override
        protected Work work(OpenStation open, Launch launch) {
            return new Work() {
                @Override
                public List<Person> people() {
                    return people;
                }

                @Override
                public void begin(Workplace place) {
                    place.shell().show(new Sample());
                }

                @Override
                public void close() {
                    people.clear();
                }
            };
        }
    }
}
