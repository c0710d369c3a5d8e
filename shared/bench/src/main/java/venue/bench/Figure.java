package venue.bench;

import java.util.Locale;

/// One figure of a bench: a line `name TAB value TAB target TAB verdict`.
///
/// @param target what it has to reach
/// @param fault why it could not be measured, or empty
public record Figure(String name, double value, Target target, String fault) {

    /// What a figure has to reach.
    public sealed interface Target {

        /// So much or more.
        record Least(double value) implements Target {}

        /// So much or less.
        record Most(double value) implements Target {}

        /// Shown, not judged.
        record Shown() implements Target {}
    }

    /// What became of a figure.
    public enum Verdict {
        OK, SHORT, SHOWN, NOTRUN
    }

    static Figure least(String name, double value, double least) {
        return new Figure(name, value, new Target.Least(least), "");
    }

    static Figure most(String name, double value, double most) {
        return new Figure(name, value, new Target.Most(most), "");
    }

    static Figure shown(String name, double value) {
        return new Figure(name, value, new Target.Shown(), "");
    }

    static Figure notRun(String name, Target target, String fault) {
        return new Figure(name, Double.NaN, target, fault.replaceAll("\\s+", " ").strip());
    }

    Verdict verdict() {
        if (!fault.isEmpty()) {
            return Verdict.NOTRUN;
        }
        return switch (target) {
            case Target.Least(var least) -> value >= least ? Verdict.OK : Verdict.SHORT;
            case Target.Most(var most) -> value <= most ? Verdict.OK : Verdict.SHORT;
            case Target.Shown() -> Verdict.SHOWN;
        };
    }

    String line() {
        var goal = switch (target) {
            case Target.Least(var least) -> format(">= %.2f", least);
            case Target.Most(var most) -> format("<= %.2f", most);
            case Target.Shown() -> "-";
        };
        return String.join("\t", name, fault.isEmpty() ? format("%.2f", value) : "-", goal,
                switch (verdict()) {
                    case OK -> "ok";
                    case SHORT -> "short";
                    case SHOWN -> "-";
                    case NOTRUN -> "notrun " + fault;
                });
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
