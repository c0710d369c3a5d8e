package venue.domain.money;

import java.math.BigDecimal;
import java.util.Optional;

import venue.domain.base.Money;

/// Reads an amount in capital numerals, digit by digit. Accepts 圆, 正, 两, 〇, simple numerals, a
/// missing 人民币 and a zero more or less; refuses anything else.
final class WordsReader {

    private static final String CAPITALS = "零壹贰叁肆伍陆柒捌玖";
    private static final String SIMPLE = "〇一二三四五六七八九";

    private final String words;
    private boolean valid = true;
    private long total;
    private long section;
    private int digit = -1;
    private long lastPlace = 10_000;
    private long lastGroup = Long.MAX_VALUE;

    WordsReader(String words) {
        var plain = words.replace("人民币", "").replace("：", "").replace(":", "")
                .replaceAll("[\\s（）()￥¥]", "").replace('圆', '元').replace('正', '整')
                .replace('两', '贰').replace('拾', '十').replace('佰', '百').replace('仟', '千')
                .replace('萬', '万').replace('億', '亿').replace('貳', '贰').replace('叄', '叁')
                .replace('陸', '陆');
        this.words = plain;
    }

    Optional<Money> amount() {
        if (words.isEmpty() || (words.indexOf("整") >= 0 && !words.endsWith("整"))) {
            return Optional.empty();
        }
        var body = words.endsWith("整") ? words.substring(0, words.length() - 1) : words;
        int yuan = body.indexOf('元');
        var whole = yuan < 0 ? wholeOf(body) : body.substring(0, yuan);
        var rest = body.substring(yuan < 0 ? whole.length() : yuan + 1);
        if (body.isEmpty() || yuan == 0 || (yuan < 0 && rest.isEmpty() && !words.endsWith("整"))) {
            return Optional.empty();
        }
        long units = whole.isEmpty() ? 0 : whole(whole);
        int cents = cents(rest);
        if (!valid || cents < 0) {
            return Optional.empty();
        }
        return Optional.of(new Money(BigDecimal.valueOf(units).add(BigDecimal.valueOf(cents, 2))));
    }

    /// Without 元 there is either a fraction alone (伍角整) or a whole amount ended by 整.
    private static String wholeOf(String body) {
        return body.indexOf('角') >= 0 || body.indexOf('分') >= 0 ? "" : body;
    }

    private long whole(String text) {
        for (int i = 0; i < text.length() && valid; i++) {
            switch (text.charAt(i)) {
                case '十' -> place(10);
                case '百' -> place(100);
                case '千' -> place(1000);
                case '万' -> group(10_000);
                case '亿' -> group(100_000_000);
                default -> digit(text.charAt(i));
            }
        }
        if (digit > 0) {
            section += digit;
        }
        return total + section;
    }

    private void digit(char c) {
        int value = Math.max(CAPITALS.indexOf(c), SIMPLE.indexOf(c));
        valid &= value >= 0 && (digit <= 0 || (value == 0 && digit == 0));
        digit = value;
    }

    private void place(long unit) {
        valid &= unit < lastPlace && (digit > 0 || (unit == 10 && section == 0));
        section += (digit > 0 ? digit : 1) * unit;
        lastPlace = unit;
        digit = -1;
    }

    private void group(long unit) {
        section += Math.max(digit, 0);
        if (unit > lastGroup && total > 0) {
            total = (total + section) * unit;
        } else {
            valid &= section > 0 || (total > 0 && unit == 100_000_000);
            total += section * unit;
        }
        valid &= unit != lastGroup;
        lastGroup = unit;
        section = 0;
        digit = -1;
        lastPlace = 10_000;
    }

    private int cents(String rest) {
        int jiao = rest.indexOf('角');
        var tens = jiao < 0 ? "" : rest.substring(0, jiao);
        var ones = jiao < 0 ? rest : rest.substring(jiao + 1);
        if (ones.endsWith("分")) {
            ones = ones.substring(0, ones.length() - 1);
        } else if (!ones.isEmpty() && !ones.equals("零")) {
            return -1;
        }
        int high = tens.isEmpty() && jiao < 0 ? 0 : single(tens);
        int low = ones.isEmpty() || ones.equals("零") ? 0 : single(ones);
        return high < 0 || low < 0 ? -1 : high * 10 + low;
    }

    private static int single(String text) {
        var digit = text.length() == 2 && text.charAt(0) == '零' ? text.substring(1) : text;
        return digit.length() == 1
                ? Math.max(CAPITALS.indexOf(digit.charAt(0)), SIMPLE.indexOf(digit.charAt(0)))
                : -1;
    }
}
