package venue.domain.base;

import java.time.Instant;

/// A state machine as two pure functions.
///
/// @param <S> state
/// @param <C> command
/// @param <E> event
/// @param <R> refusal
public interface Rules<S, C, E extends Fact, R extends Refusal> {

    /// The state before anything happened.
    S beginning();

    /// What `command`, given by `who` at `now`, leads to.
    Decision<E, R> decide(S state, C command, Acting who, Instant now);

    /// The state after `event`. Total: an event that was written always has a meaning.
    S after(S state, E event);
}
