package venue.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import venue.words.Typeface;

/// What the typeface can show. A character it has no shape for is printed as the printer's mark for
/// a missing type with the code point behind it, `〓(U+2A6D6)`, never as an empty box.
final class Glyphs {

    private static final Glyphs REGULAR = new Glyphs(Typeface.REGULAR);

    private final CmapLookup shapes;

    private Glyphs(Typeface face) {
        try (var stream = face.open();
                var font = new TTFParser().parse(new RandomAccessReadBuffer(stream))) {
            shapes = font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `text` as it can be printed: no control characters but line ends, no missing shapes.
    static String printable(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> REGULAR.print(c, out));
        return out.toString();
    }

    private void print(int c, StringBuilder out) {
        if (c == '\n') {
            out.append('\n');
        } else if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
            out.append(c == '\t' ? " " : "");
        } else if (Character.isSpaceChar(c) || shapes.getGlyphId(c) != 0) {
            out.appendCodePoint(c);
        } else {
            out.append("〓(U+").append(Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT))
                    .append(')');
        }
    }
}
