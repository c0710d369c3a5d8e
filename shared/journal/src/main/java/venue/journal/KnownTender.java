package venue.journal;

import java.time.Instant;
import venue.domain.base.TenderId;

/// A tender as this workstation knows it.
///
/// @param entries how many entries of all logs belong to it
/// @param first time of its first entry, by the common clock of all logs
/// @param last time of its newest entry
public record KnownTender(TenderId tender, long entries, Instant first, Instant last) {}
