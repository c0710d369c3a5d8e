package venue.ui;

/// One step of the day in the rail on the left.
///
/// @param id name of the step, kebab-case; its button is `#step-<id>`
/// @param title what the step is called on screen
public record StepItem(String id, String title, State state) {

    /// Where the step stands.
    public enum State {
        /// finished
        DONE,
        /// being worked on
        CURRENT,
        /// comes later
        TODO,
        /// wants attention
        ALERT
    }
}
