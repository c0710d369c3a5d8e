package venue.domain.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

import venue.domain.base.Money;

/// Amounts in capital Chinese numerals (大写金额), both ways. Written as banks write them
/// (正确填写票据和结算凭证的基本规定); read with the variants that bidders use.
public final class AmountInWords {

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "万亿"};
    private static final BigInteger LIMIT = BigInteger.TEN.pow(16);

    private AmountInWords() {}

    /// `人民币壹仟零伍元零陆分` for 1005.06.
    public static String of(Money amount) {
        var yuan = amount.yuan();
        if (yuan.signum() < 0 || yuan.toBigInteger().compareTo(LIMIT) >= 0) {
            throw new IllegalArgumentException("no words for " + amount);
        }
        var whole = yuan.toBigInteger();
        int cents = yuan.subtract(new BigDecimal(whole)).movePointRight(2).intValueExact();
        var text = new StringBuilder("人民币");
        if (whole.signum() > 0 || cents == 0) {
            text.append(whole.signum() == 0 ? "零" : whole(whole.longValueExact())).append('元');
        }
        return text.append(fraction(cents, whole.signum() > 0)).toString();
    }

    /// The amount that `words` name, if they name one.
    public static Optional<Money> read(String words) {
        return new WordsReader(words).amount();
    }

    /// Whether `words` name exactly `amount`, to the cent.
    public static boolean agree(Money amount, String words) {
        return read(words).filter(amount::equals).isPresent();
    }

    private static String fraction(int cents, boolean afterYuan) {
        int jiao = cents / 10;
        int fen = cents % 10;
        if (cents == 0) {
            return "整";
        }
        var text = new StringBuilder();
        if (jiao > 0) {
            text.append(DIGITS.charAt(jiao)).append('角');
        } else if (afterYuan) {
            text.append('零');
        }
        return fen > 0
                ? text.append(DIGITS.charAt(fen)).append('分').toString()
                : text.append('整').toString();
    }

    private static String whole(long number) {
        var text = new StringBuilder();
        boolean zeroOwed = false;
        for (int group = 3; group >= 0; group--) {
            long unit = power(group);
            int four = Math.toIntExact(number / unit % 10_000);
            if (four == 0) {
                zeroOwed |= !text.isEmpty();
                continue;
            }
            if (!text.isEmpty() && (zeroOwed || four < 1000)) {
                text.append('零');
            }
            text.append(four(four)).append(suffix(number, group));
            zeroOwed = false;
        }
        return text.toString();
    }

    /// 万亿 is one unit only when no 亿 follows it: 壹万贰仟亿, 壹万亿.
    private static String suffix(long number, int group) {
        boolean followed = group == 3 && number / power(2) % 10_000 != 0;
        return followed ? "万" : GROUPS[group];
    }

    private static long power(int group) {
        long unit = 1;
        for (int i = 0; i < group; i++) {
            unit *= 10_000;
        }
        return unit;
    }

    private static String four(int number) {
        var text = new StringBuilder();
        boolean zero = false;
        int divisor = 1000;
        for (int place = 3; place >= 0; place--) {
            int digit = number / divisor % 10;
            divisor /= 10;
            if (digit == 0) {
                zero |= !text.isEmpty();
                continue;
            }
            if (zero) {
                text.append('零');
                zero = false;
            }
            text.append(DIGITS.charAt(digit)).append(PLACES[place]);
        }
        return text.toString();
    }
}
