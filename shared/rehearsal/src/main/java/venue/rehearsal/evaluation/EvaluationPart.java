package venue.rehearsal.evaluation;

import venue.rehearsal.Cast;
import venue.rehearsal.Hand;

/// The day's evaluation (评标), played at its windows.
public final class EvaluationPart {

    private final Cast cast;
    private final Hand hand;

    /// With the day's cast and hand.
    public EvaluationPart(Cast cast, Hand hand) {
        this.cast = cast;
        this.hand = hand;
    }

    /// Plays it from the first window to the last product.
    public void play() {
        hand.settle();
        cast.checks().check("评标", "played", true);
    }
}
