package venue.workstation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import venue.crypto.Authority;
import venue.crypto.FileToken;
import venue.crypto.KeyEntry;
import venue.crypto.Suite;
import venue.crypto.Token;
import venue.domain.base.DeviceId;
import venue.domain.base.Digest;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.tender.Person;

/// A workstation in a folder with people who hold certificates of one authority.
final class HallStation {

    static final Instant NINE = Instant.parse("2026-03-24T01:00:00.000Z");
    static final String PIN = "246810";
    static final String PERSON_PIN = "13579";

    private static final Instant BEFORE = NINE.minusSeconds(86_400);
    private static final Instant AFTER = NINE.plusSeconds(86_400);

    final Station station;
    final List<Person> people = new ArrayList<>();
    private final Authority root = Authority.root(Suite.SM, "数字证书认证中心", BEFORE, AFTER);
    private final Path dir;
    private Instant now = NINE;

    HallStation(Path dir) {
        this.dir = dir;
        try {
            var trust = Files.createDirectories(dir.resolve("ca"));
            Files.writeString(trust.resolve("root.pem"), root.certificate().pem());
            station = Station.enrol(dir.resolve("s"), new Station.Enrolment(
                    new DeviceId("hall-1"), Station.Kind.BIDOPEN, "开标一厅", "主持席",
                    Optional.empty(), Optional.empty(), "", Optional.of(trust)),
                    PIN.toCharArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Issues a certificate and puts its holder on the tender's list.
    Path enlist(String id, String name, Role role) {
        var file = issue(id, name);
        people.add(person(file, id, name, role));
        return file;
    }

    Path issue(String id, String name) {
        var file = dir.resolve(id + ".p12");
        KeyEntry.write(file, PERSON_PIN.toCharArray(), List.of(root.issue(
                new Authority.Subject(name, "交易中心", id), Authority.Use.BOTH, BEFORE, AFTER)));
        return file;
    }

    static Person person(Path file, String id, String name, Role role) {
        try (var token = token(file)) {
            return new Person(new PersonId(id), name, role, "交易中心",
                    new Digest(token.signing().sha256()));
        }
    }

    static Token token(Path file) {
        return FileToken.open(file, PERSON_PIN.toCharArray());
    }

    /// A second later than the time before.
    Instant tick() {
        now = now.plusSeconds(1);
        return now;
    }

    OpenStation open() {
        return OpenStation.open(station.dir(), PIN.toCharArray(), this::tick, _ -> {});
    }

    Salvage salvage() {
        return Salvage.open(station.dir(), PIN.toCharArray(), this::tick);
    }

    static void copy(Path from, Path to) throws IOException {
        try (var walk = Files.walk(from)) {
            for (var file : walk.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    static void delete(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            for (var file : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
