package venue.centre;

import java.time.Instant;
import venue.domain.base.Fact;

/// Events of an evaluation room, for tests of who gets which content.
public sealed interface RoomEvent extends Fact {

    record Noted(String text, Instant at) implements RoomEvent {}

    record BallotDrafted(String text, Instant at) implements RoomEvent {}
}
