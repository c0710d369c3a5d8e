package venue.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import venue.crypto.Bytes;
import venue.domain.base.BidderId;
import venue.domain.base.Digest;
import venue.domain.base.Fact;
import venue.domain.base.Money;
import venue.domain.base.Points;
import venue.domain.base.Role;

/// A family of events for tests, with every kind of component.
public sealed interface Happening extends Fact {

    record PriceRead(BidderId bidder, String name, Money price, Instant at) implements Happening {}

    record BallotDrafted(String text, Instant at) implements Happening {}

    record Everything(Points points, Optional<Digest> digest, Optional<String> nothing,
            List<Shape> shapes, Set<Role> roles, Map<BidderId, Long> counts, Duration patience,
            Bytes bytes, boolean flag, int number, Instant at) implements Happening {}

    /// No event, only a record.
    record Present(Set<Role> roles) {}

    /// A family inside a record.
    sealed interface Shape {
        record Round(int width) implements Shape {}

        record Named(String name) implements Shape {}

        enum Plain implements Shape {
            FLAT, STEEP
        }
    }
}
