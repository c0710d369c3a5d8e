package venue.workstation;

import java.time.Instant;
import venue.domain.base.Acting;

/// An act that two different persons confirmed (双人确认): opening, rescue, takeover, export.
///
/// @param act what it is, in words
public record TwoPerson(Acting first, Acting second, String act, Instant at) {

    /// @throws ShiftFailure SAME_PERSON
    public TwoPerson {
        if (first.person().equals(second.person())) {
            throw ShiftFailure.samePerson(first.name());
        }
    }
}
