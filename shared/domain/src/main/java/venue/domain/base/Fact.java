package venue.domain.base;

import java.time.Instant;

/// Something that happened and stays. Each family is a sealed interface of records; an event once
/// written never changes its shape, a new need gets a new record.
public interface Fact {

    /// When, in milliseconds of hall time.
    Instant at();
}
