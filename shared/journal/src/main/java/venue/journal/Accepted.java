package venue.journal;

import java.util.List;

/// What taking in a range came to.
///
/// @param size leaves now held of this origin
/// @param added entries that are new here; empty if all was known
public record Accepted(Origin origin, long size, List<Entry> added) {
    public Accepted {
        added = List.copyOf(added);
    }
}
