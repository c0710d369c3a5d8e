package venue.journal;

import java.time.Instant;
import venue.domain.base.Fact;

/// Something happened whose content is not for this workstation (or was removed on legal grounds).
public record Withheld(String kind, Instant at) implements Fact {}
