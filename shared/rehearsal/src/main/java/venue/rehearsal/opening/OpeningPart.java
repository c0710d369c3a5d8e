package venue.rehearsal.opening;

import venue.rehearsal.Cast;
import venue.rehearsal.Hand;

/// The day's opening (开标), played at its windows.
public final class OpeningPart {

    private final Cast cast;
    private final Hand hand;

    /// With the day's cast and hand.
    public OpeningPart(Cast cast, Hand hand) {
        this.cast = cast;
        this.hand = hand;
    }

    /// Plays it from the first window to the last product.
    public void play() {
        hand.settle();
        cast.checks().check("开标", "played", true);
    }
}
