package venue.journal;

import java.time.Instant;
import venue.crypto.Bytes;
import venue.domain.base.Fact;

/// An event of a kind that this version does not know: kept as it came, never dropped.
///
/// @param json its fields as written
public record Unread(String kind, Bytes json, Instant at) implements Fact {}
