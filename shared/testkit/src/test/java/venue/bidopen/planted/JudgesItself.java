package venue.bidopen.planted;

import venue.verifier.planted.Judge;

/// Offends no-verifier-in-apps.
public final class JudgesItself {
    Judge judge() {
        return new Judge();
    }
}
