package venue.domain.opening.planted;

import venue.domain.witness.planted.Neighbour;

/// Offends trades-apart.
public final class KnowsTheWitness {
    Neighbour neighbour() {
        return new Neighbour();
    }
}
