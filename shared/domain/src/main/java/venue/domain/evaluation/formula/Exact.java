package venue.domain.evaluation.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// How exact numbers are carried and shown: fifty digits inside, at most eight decimals on a sheet.
public final class Exact {

    /// The precision of every intermediate value.
    public static final MathContext DIGITS = new MathContext(50, RoundingMode.HALF_UP);

    private static final int SHOWN_DECIMALS = 8;

    private Exact() {}

    /// The mean of `values`; there must be at least one.
    public static BigDecimal mean(Iterable<BigDecimal> values) {
        var sum = BigDecimal.ZERO;
        int count = 0;
        for (var value : values) {
            sum = sum.add(value);
            count++;
        }
        return sum.divide(BigDecimal.valueOf(count), DIGITS);
    }

    /// An amount as printed on a computation sheet, e.g. `56,053,250.33333333`.
    public static String amount(BigDecimal value) {
        var plain = show(value);
        int point = plain.indexOf('.');
        var out = new StringBuilder(point < 0 ? plain : plain.substring(0, point));
        for (int at = out.length() - 3; at > (value.signum() < 0 ? 1 : 0); at -= 3) {
            out.insert(at, ',');
        }
        return out.append(point < 0 ? "" : plain.substring(point)).toString();
    }

    /// As printed on a computation sheet, e.g. `1003.33333333`.
    public static String show(BigDecimal value) {
        var rounded = value.setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
    }
}
