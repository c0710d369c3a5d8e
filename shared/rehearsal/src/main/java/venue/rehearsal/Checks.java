package venue.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What the day found true and false, in order. A day passes when nothing failed.
public final class Checks {

    /// One check.
    public record Check(String part, String what, boolean passed, String detail) {}

    private final List<Check> done = new ArrayList<>();

    /// Notes whether `passed`; says it at once.
    public synchronized boolean check(String part, String what, boolean passed, String detail) {
        done.add(new Check(part, what, passed, detail));
        System.out.println((passed ? "  ✓ " : "  ✗ ") + part + " · " + what
                + (passed || detail.isEmpty() ? "" : "：" + detail));
        return passed;
    }

    /// Notes whether `passed`.
    public boolean check(String part, String what, boolean passed) {
        return check(part, what, passed, "");
    }

    /// Notes whether both are equal, showing both when not.
    public boolean equal(String part, String what, Object expected, Object found) {
        return check(part, what, Objects.equals(expected, found),
                "expected " + expected + ", found " + found);
    }

    /// All so far.
    public synchronized List<Check> all() {
        return List.copyOf(done);
    }

    /// How many passed.
    public synchronized long passed() {
        return done.stream().filter(Check::passed).count();
    }

    /// How many failed.
    public synchronized long failed() {
        return done.size() - passed();
    }
}
