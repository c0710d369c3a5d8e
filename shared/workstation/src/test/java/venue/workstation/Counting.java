package venue.workstation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import venue.domain.base.Acting;
import venue.domain.base.Basis;
import venue.domain.base.Decision;
import venue.domain.base.Fact;
import venue.domain.base.Refusal;
import venue.domain.base.Role;
import venue.domain.base.Rules;

/// A small trade for tests: numbers are called out in order, small ones are refused.
public final class Counting
        implements
            Rules<Counting.Tally, Integer, Counting.Called, Counting.No> {

    /// All numbers so far, in order.
    public record Tally(List<String> calls) {}

    /// Somebody called a number.
    public sealed interface Called extends Fact {
        /// The number.
        /// The only one.
        record NumberCalled(String by, int number, Instant at) implements Called {}
    }

    /// Why not.
    public enum No implements Refusal {
        TOO_SMALL;

        @Override
        public Basis basis() {
            return new Basis("招标投标法", "第三十四条");
        }

        @Override
        public Role remedyBy() {
            return Role.HOST;
        }
    }

    /// The rules.
    public Counting() {}

    @Override
    public Tally beginning() {
        return new Tally(List.of());
    }

    @Override
    public Decision<Called, No> decide(Tally state, Integer command, Acting who, Instant now) {
        if (command < 0) {
            throw new IllegalArgumentException("a bug");
        }
        return command < state.calls().size()
                ? Decision.refuse(No.TOO_SMALL)
                : Decision.accept(new Called.NumberCalled(who.person().value(), command, now));
    }

    @Override
    public Tally after(Tally state, Called event) {
        var calls = new ArrayList<>(state.calls());
        switch (event) {
            case Called.NumberCalled(var by, var number, _) -> calls.add(by + " " + number);
        }
        return new Tally(List.copyOf(calls));
    }
}
