package venue.rehearsal;

import java.nio.file.Path;
import java.time.Instant;
import venue.rehearsal.prepare.Story;

/// Everything that a part of the day needs to play: where things are, who has which token, the
/// clock, the centre's switch.
///
/// @param home the day's folder
/// @param clock hall time of the day
/// @param deadline the tender's deadline
/// @param checks what the day finds
/// @param centre switch of the central server
public record Cast(Path home, RehearsalClock clock, Instant deadline, Checks checks,
        CentreSwitch centre) {

    /// PIN of every workstation in the rehearsal.
    public static final String STATION_PIN = "Station-2026";

    /// The central server's switch.
    public interface CentreSwitch {
        /// Stops it; the desks go on.
        void stop();

        /// Starts it again on the same port with the same data.
        void start();
    }

    /// The token file (PKCS#12) of a person by id (`P-HOST`, `P-EXPERT-1`, `P-BIDDER-6` …).
    public Path token(String person) {
        return home.resolve("tokens").resolve(stem(person) + ".p12");
    }

    /// Its PIN.
    public String pin(String person) {
        if (person.startsWith("P-BIDDER-")) {
            return Story.bidders().get(Integer.parseInt(person.substring(9)) - 1).pin();
        }
        return Story.actor(person).pin();
    }

    /// Data directory of a workstation (`hall-1`, `seat-1` … `seat-5`, `witness-1`).
    public Path station(String device) {
        return home.resolve("stations").resolve(device);
    }

    /// Where the products of the day are laid out for a person to look at.
    public Path products() {
        return home.resolve("products");
    }

    private static String stem(String person) {
        return person.startsWith("P-BIDDER-")
                ? "bidder-" + person.substring(9)
                : person.toLowerCase(java.util.Locale.ROOT);
    }
}
