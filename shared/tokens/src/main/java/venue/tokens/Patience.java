package venue.tokens;

import java.time.Duration;

/// How long a driver may take before its process is ended.
///
/// @param start loading the library
/// @param list saying what is plugged in
/// @param login checking a PIN
/// @param use one signature or decryption
/// @param idle how long an unused driver stays loaded
public record Patience(Duration start, Duration list, Duration login, Duration use,
        Duration idle) {

    /// Enough for slow keys, short enough for a hall that waits.
    public static final Patience USUAL = new Patience(Duration.ofSeconds(20),
            Duration.ofSeconds(15), Duration.ofSeconds(20), Duration.ofSeconds(20),
            Duration.ofSeconds(60));
}
