package venue.journal;

import java.time.Instant;
import java.util.Comparator;
import venue.domain.base.DeviceId;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.base.TenderId;

/// Where, when and by whom an entry was written.
///
/// @param generation 1, and one more after each restored disk
/// @param seq place in the log of this device and generation, from 0
/// @param at hall time of the writing desk
/// @param hybrid hybrid logical clock: milliseconds times 2048 plus a counter; orders across
/// devices
/// @param kind wire name of the event, e.g. `opening.bidder-signed-in`
public record Stamp(DeviceId device, int generation, long seq, Instant at, long hybrid,
        TenderId tender, PersonId actor, Role role, String kind) implements Comparable<Stamp> {

    /// How many bits of `hybrid` count within a millisecond.
    public static final int COUNTER_BITS = 11;

    private static final Comparator<Stamp> ORDER = Comparator.comparingLong(Stamp::hybrid)
            .thenComparing(Stamp::device, Comparator.comparing(DeviceId::value))
            .thenComparingInt(Stamp::generation).thenComparingLong(Stamp::seq);

    /// The log it stands in.
    public Origin origin() {
        return new Origin(device, generation);
    }

    /// The agreed order of all entries of all devices.
    @Override
    public int compareTo(Stamp other) {
        return ORDER.compare(this, other);
    }
}
