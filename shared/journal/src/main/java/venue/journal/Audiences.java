package venue.journal;

import java.util.Set;

/// Which kind of event is for whom. What is not named here stays in the room; an unknown kind of a
/// later version stays in the room, too.
public final class Audiences {

    private static final Set<String> OWN_DESK = Set.of("evaluation.ballot-drafted",
            "evaluation.review-drafted");

    private Audiences() {}

    /// The audience of events of `kind`.
    public static Audience of(String kind) {
        if (OWN_DESK.contains(kind)) {
            return Audience.OWN_DESK;
        }
        return kind.startsWith("opening.") || kind.startsWith("session.")
                ? Audience.EVERYBODY
                : Audience.ROOM;
    }
}
