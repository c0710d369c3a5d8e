package venue.sync.wire;

import java.util.List;

/// All logs that the asking device may read, its own included.
public record Offer(List<Cursor> cursors) {

    public Offer {
        cursors = List.copyOf(cursors);
    }
}
