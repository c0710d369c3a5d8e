package venue.rehearsal.witness;

import venue.rehearsal.Cast;
import venue.rehearsal.Hand;

/// The day's witnessing (见证), played at the witness's window.
public final class WitnessPart {

    private final Cast cast;
    private final Hand hand;

    /// With the day's cast and hand.
    public WitnessPart(Cast cast, Hand hand) {
        this.cast = cast;
        this.hand = hand;
    }

    /// Before the opening: the window, the sign-in, the first stage.
    public void begin() {
        hand.settle();
    }

    /// What is witnessed of the opening.
    public void duringOpening() {
        hand.settle();
    }

    /// What is witnessed of the evaluation.
    public void duringEvaluation() {
        hand.settle();
    }

    /// The witness report, signed.
    public void finish() {
        cast.checks().check("见证", "played", true);
    }
}
