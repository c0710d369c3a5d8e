package venue.documents;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The widths of a table's columns: the shares the author gave, but never so narrow that an amount,
/// a code or a date of ordinary length would have to be cut in two. Whole numbers only.
final class Widths {

    private static final int WHOLE = 10_000;
    /// Printable width in points, 165 mm and 257 mm.
    private static final int TALL_POINTS = 467;
    private static final int WIDE_POINTS = 728;
    /// A longer run without a space (a hash, a serial number) may be cut.
    private static final int RUN_MAX = 20;
    private static final int CHINESE_MIN = 2;

    private Widths() {}

    /// The widths in percent with two decimals.
    static List<String> of(Table table, boolean landscape) {
        var shares = shares(table);
        var needs = IntStream.range(0, shares.length).map(i -> need(table, i, landscape)).toArray();
        if (Arrays.stream(needs).sum() <= WHOLE) {
            widen(shares, needs);
        }
        return Arrays.stream(shares).mapToObj(Widths::percent).toList();
    }

    private static int[] shares(Table table) {
        int all = table.columns().stream().mapToInt(Column::share).sum();
        return table.columns().stream().mapToInt(c -> c.share() * WHOLE / all).toArray();
    }

    /// Gives each column what it needs; the others share what is left in their old proportion.
    private static void widen(int[] shares, int[] needs) {
        var fixed = new boolean[shares.length];
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < shares.length; i++) {
                if (!fixed[i] && shares[i] < needs[i]) {
                    shares[i] = needs[i];
                    fixed[i] = true;
                    changed = true;
                }
            }
            if (changed) {
                shrink(shares, fixed);
            }
        }
    }

    private static void shrink(int[] shares, boolean[] fixed) {
        int taken = 0;
        int loose = 0;
        for (int i = 0; i < shares.length; i++) {
            taken += fixed[i] ? shares[i] : 0;
            loose += fixed[i] ? 0 : shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            if (!fixed[i]) {
                shares[i] = shares[i] * (WHOLE - taken) / loose;
            }
        }
    }

    private static int need(Table table, int column, boolean landscape) {
        boolean dense = table.dense();
        int em = longest(table.columns().get(column).head());
        for (var row : table.rows()) {
            em = Math.max(em, longest(row.get(column)));
        }
        int tenths = dense ? 75 : 90;
        int padding = dense ? 70 : 120;
        long points = (long) em * tenths / 100 + padding;
        return (int) (points * WHOLE / 10 / (landscape ? WIDE_POINTS : TALL_POINTS)) + 1;
    }

    /// The widest piece that should not be cut, in hundredths of an em.
    private static int longest(String text) {
        int longest = 0;
        int run = 0;
        int length = 0;
        int chinese = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean latin = c > ' ' && c < '\u2000';
            run = latin ? run + width(c) : 0;
            length = latin ? length + 1 : 0;
            chinese = c >= '\u2E80' ? Math.min(CHINESE_MIN, chinese + 1) : chinese;
            longest = length <= RUN_MAX ? Math.max(longest, run) : longest;
        }
        return Math.max(longest, chinese * 100);
    }

    private static int width(char c) {
        return ".,:;'!|il-".indexOf(c) >= 0 ? 36 : c >= 'A' && c <= 'Z' ? 67 : 59;
    }

    private static String percent(int hundredths) {
        return hundredths / 100 + "." + hundredths % 100 / 10 + hundredths % 10;
    }
}
