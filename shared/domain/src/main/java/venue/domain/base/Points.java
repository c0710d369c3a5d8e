package venue.domain.base;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A score (分), to two decimals; the third is rounded half up (四舍五入) here and nowhere else.
///
/// @param value scale 2
public record Points(BigDecimal value) implements Comparable<Points> {

    /// No points.
    public static final Points ZERO = Points.of("0");

    public Points {
        value = value.setScale(2, RoundingMode.HALF_UP);
    }

    /// From a decimal text.
    public static Points of(String text) {
        return new Points(new BigDecimal(text));
    }

    /// The sum.
    public Points plus(Points other) {
        return new Points(value.add(other.value));
    }

    @Override
    public int compareTo(Points other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
