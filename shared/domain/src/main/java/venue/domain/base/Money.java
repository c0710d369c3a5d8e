package venue.domain.base;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An amount in yuan (元), to the cent (分). Never rounded silently: a finer amount is refused.
///
/// @param yuan scale 2
public record Money(BigDecimal yuan) implements Comparable<Money> {

    public Money {
        yuan = yuan.setScale(2, RoundingMode.UNNECESSARY);
    }

    /// From a decimal text in yuan, e.g. `12345678.90`.
    public static Money yuan(String text) {
        return new Money(new BigDecimal(text));
    }

    /// From an exact amount, rounded to the cent half up (四舍五入).
    public static Money rounded(BigDecimal yuan) {
        return new Money(yuan.setScale(2, RoundingMode.HALF_UP));
    }

    /// `12,345,678.90`
    public String grouped() {
        var text = yuan.abs().toPlainString();
        var out = new StringBuilder(text.substring(text.length() - 3));
        var whole = text.substring(0, text.length() - 3);
        for (int end = whole.length(); end > 0; end -= 3) {
            out.insert(0, whole.substring(Math.max(0, end - 3), end));
            if (end > 3) {
                out.insert(0, ',');
            }
        }
        return yuan.signum() < 0 ? "-" + out : out.toString();
    }

    @Override
    public int compareTo(Money other) {
        return yuan.compareTo(other.yuan);
    }

    @Override
    public String toString() {
        return yuan.toPlainString();
    }
}
