package venue.domain.base;

import java.util.List;

/// What a rule answers to a command: events, or a refusal with its basis.
public sealed interface Decision<E extends Fact, R extends Refusal> {

    /// The command is lawful; these are its events, in order.
    record Accepted<E extends Fact, R extends Refusal>(List<E> events) implements Decision<E, R> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /// The command is refused.
    record Refused<E extends Fact, R extends Refusal>(R reason) implements Decision<E, R> {}

    /// Accepts with one event.
    static <E extends Fact, R extends Refusal> Decision<E, R> accept(E event) {
        return new Accepted<>(List.of(event));
    }

    /// Accepts with several events.
    static <E extends Fact, R extends Refusal> Decision<E, R> accept(List<? extends E> events) {
        return new Accepted<>(List.copyOf(events));
    }

    /// Refuses.
    static <E extends Fact, R extends Refusal> Decision<E, R> refuse(R reason) {
        return new Refused<>(reason);
    }
}
