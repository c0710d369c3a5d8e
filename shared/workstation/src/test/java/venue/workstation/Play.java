package venue.workstation;

import java.time.Instant;
import java.util.random.RandomGenerator;
import venue.domain.base.Acting;
import venue.domain.base.DeviceId;
import venue.domain.base.Fact;
import venue.domain.base.Refusal;
import venue.domain.base.Rules;

/// A family of rules with somebody who plays it at random: commands that are plausible where the
/// state stands, lawful or not.
///
/// @param <S> state
/// @param <C> command
/// @param <E> event
/// @param <R> refusal
interface Play<S, C, E extends Fact, R extends Refusal> {

    /// A command and who gives it.
    record Move<C>(C command, Acting who) {}

    Rules<S, C, E, R> rules();

    Class<E> family();

    /// Any move at all, by somebody at `desk`.
    Move<C> any(S state, RandomGenerator random, DeviceId desk, Instant now);

    /// Whether nothing more can come of it.
    boolean isOver(S state);

    /// One of several.
    @SafeVarargs
    static <T> T one(RandomGenerator random, T... all) {
        return all[random.nextInt(all.length)];
    }
}
