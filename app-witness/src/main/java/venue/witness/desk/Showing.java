package venue.witness.desk;

import venue.domain.witness.Watch;

/// A screen's model that follows the watch. Called on the screen's thread.
public interface Showing {

    /// Shows how things stand now.
    void show(Watch now);
}
