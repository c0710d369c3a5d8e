package venue.workstation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import venue.domain.tender.Person;
import venue.journal.JournalFailure;
import venue.journal.Wire;

/// Who answers for a workstation whatever tender is at hand (`custodians.json`, 工位责任人): technicians
/// and supervisors with their certificates, entered by the venue. A workstation without the file
/// has none.
public record Custodians(List<Person> people) {

    public Custodians {
        people = List.copyOf(people);
    }

    /// Enters them at the workstation in `dir`.
    public void write(Path dir) {
        try {
            Files.write(file(dir), Wire.write(this));
        } catch (IOException e) {
            throw StationFailure.readOnly(dir, e);
        }
    }

    /// Those of the workstation in `dir`.
    ///
    /// @throws StationFailure STATION_DAMAGED
    public static Custodians read(Path dir) {
        var file = file(dir);
        try {
            return Wire.read(Files.readAllBytes(file), Custodians.class);
        } catch (NoSuchFileException _) {
            return new Custodians(List.of());
        } catch (IOException | JournalFailure e) {
            throw StationFailure.damaged(file, e);
        }
    }

    private static Path file(Path dir) {
        return dir.resolve("custodians.json");
    }
}
