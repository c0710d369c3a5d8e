package venue.documents;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/// Where a line may end: between Chinese characters and after blanks, with the usual rules for
/// punctuation, but never inside a date or a time of day.
final class LineEnds implements FSTextBreaker {

    private final BreakIterator all = BreakIterator.getLineInstance(Locale.ROOT);
    private String text = "";

    @Override
    public int next() {
        int end = all.next();
        while (end != BreakIterator.DONE && isInsideFigure(end)) {
            end = all.next();
        }
        return end;
    }

    @Override
    public void setText(String newText) {
        text = newText;
        all.setText(newText);
    }

    /// `09:|30` and `2026-|11`.
    private boolean isInsideFigure(int end) {
        return end >= 2 && end < text.length() && ":-".indexOf(text.charAt(end - 1)) >= 0
                && isDigit(text.charAt(end - 2)) && isDigit(text.charAt(end));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
