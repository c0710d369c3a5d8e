package venue.domain.witness.planted;

import venue.domain.record.planted.Paper;

/// Offends record-on-top.
public final class Neighbour {
    Paper paper() {
        return new Paper();
    }
}
