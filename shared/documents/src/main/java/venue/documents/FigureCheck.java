package venue.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import venue.words.Words;

/// Compares the figures of a record before anybody signs it: what the facts say must stand in the
/// text of the PDF, read back from the file, and on the screen.
public final class FigureCheck {

    /// A figure of the facts.
    ///
    /// @param what whose figure it is, e.g. 投标报价 of a bidder
    /// @param text as it must be printed, e.g. `12,345,678.90`
    public record Figure(String what, String text) {
        public Figure {
            if (text.isBlank()) {
                throw new IllegalArgumentException("an empty figure: " + what);
            }
        }
    }

    /// Where a figure must be found.
    public enum Place {
        /// 文书 (the PDF's text)
        PAPER,
        /// 屏幕 (the strings shown)
        SCREEN
    }

    /// A figure that was not found.
    public record Missing(Figure figure, Place place) {

        /// What the clerk is told.
        public String sentence() {
            return WORDS.say("figure." + place, figure.what(), figure.text());
        }
    }

    private static final Words WORDS = Words.of("venue.documents", FigureCheck.class);

    private FigureCheck() {}

    /// The figures that the paper's text does not have.
    public static List<Missing> inPaper(List<Figure> figures, String pdfText) {
        return missing(figures, pdfText, Place.PAPER);
    }

    /// The figures that the paper's text or the strings on the screen do not have.
    public static List<Missing> everywhere(List<Figure> figures, String pdfText,
            Collection<String> screen) {
        var all = new ArrayList<Missing>(inPaper(figures, pdfText));
        all.addAll(missing(figures, String.join("\n", screen), Place.SCREEN));
        return all;
    }

    private static List<Missing> missing(List<Figure> figures, String text, Place place) {
        return figures.stream().filter(f -> !pattern(f.text()).matcher(text).find())
                .map(f -> new Missing(f, place)).toList();
    }

    /// The figure with line ends allowed inside (a narrow cell wraps it) and no further digit
    /// around.
    private static Pattern pattern(String figure) {
        var body = figure.codePoints().filter(c -> !Character.isWhitespace(c))
                .mapToObj(c -> Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining("\\s*"));
        return Pattern.compile("(?<![0-9])(?<![0-9][.,])" + body + "(?![0-9])(?![.,][0-9])");
    }
}
