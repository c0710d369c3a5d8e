package venue.domain.planted;

import java.util.UUID;

/// Offends no-chance-in-domain.
public final class RollsDice {
    UUID id() {
        return UUID.randomUUID();
    }
}
