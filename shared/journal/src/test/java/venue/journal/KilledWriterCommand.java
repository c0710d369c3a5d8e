package venue.journal;

import java.nio.file.Path;
import java.time.InstantSource;
import venue.crypto.Bytes;
import venue.crypto.Ed25519;

/// Writes entries and says which are acknowledged, until somebody kills it.
public final class KilledWriterCommand {

    private KilledWriterCommand() {}

    /// Never ends by itself.
    ///
    /// @param args folder, seed and data key in hexadecimal
    public static void main(String[] args) {
        var keys = JournalKeys.of(Ed25519.Key.of(Bytes.fromHex(args[1]).array()),
                Bytes.fromHex(args[2]));
        var hall = new Hall();
        try (var journal = Journal.open(Path.of(args[0]), keys, Hall.ONE, InstantSource.system(),
                _ -> {}, Hall.FAMILIES)) {
            for (int i = 0;; i++) {
                var entries = journal.append(Hall.HOST, hall.prices(1 + i % 3));
                System.out.println("ACK " + entries.getLast().stamp().seq());
            }
        }
    }
}
