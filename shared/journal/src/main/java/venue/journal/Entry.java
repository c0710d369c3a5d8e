package venue.journal;

import venue.domain.base.Fact;

/// An entry of the journal.
///
/// @param fact what happened, or [Withheld] if the content did not travel here, or [Unread] if a
/// later version wrote it
public record Entry(Stamp stamp, Fact fact) {}
