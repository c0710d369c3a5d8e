package venue.centre;

import java.time.Instant;
import venue.domain.base.Fact;

/// Events of a bid opening, which everybody may know.
public sealed interface HallEvent extends Fact {

    record Announced(String text, Instant at) implements HallEvent {}
}
