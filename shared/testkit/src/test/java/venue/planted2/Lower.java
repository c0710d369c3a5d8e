package venue.planted2;

import venue.planted.up.Upper;

/// The other half: offends no-cycles.
public class Lower {
    /// Up again.
    public Upper upper() {
        return new Upper();
    }
}
