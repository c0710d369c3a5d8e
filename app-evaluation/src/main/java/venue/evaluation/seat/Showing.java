package venue.evaluation.seat;

import venue.domain.evaluation.Evaluation;

/// A screen's model that follows the evaluation. Called on the screen's thread.
public interface Showing {

    /// Shows how things stand now.
    void show(Evaluation now);
}
