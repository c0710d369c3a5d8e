package venue.planted.up;

import venue.planted2.Lower;

/// Half of a cycle.
public class Upper {
    /// Down.
    public Lower lower() {
        return new Lower();
    }
}
