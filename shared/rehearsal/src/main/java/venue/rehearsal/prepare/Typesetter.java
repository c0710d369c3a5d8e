package venue.rehearsal.prepare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import venue.words.Typeface;

/// A bidder's plain word processor: headings, paragraphs, lines of text on A4, as PDF.
final class Typesetter implements AutoCloseable {

    private static final float LEFT = 71;
    private static final float TOP = 770;
    private static final float BOTTOM = 70;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;

    private final PDDocument document = new PDDocument();
    private final PDFont regular;
    private final PDFont bold;
    private final String foot;
    private PDPageContentStream ink;
    private float y;

    Typesetter(String foot) {
        this.foot = foot;
        try (var r = Typeface.REGULAR.open(); var b = Typeface.BOLD.open()) {
            regular = PDType0Font.load(document, r, true);
            bold = PDType0Font.load(document, b, true);
            ink = page();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int pages() {
        return document.getNumberOfPages();
    }

    Typesetter title(String text) {
        y -= 60;
        centred(text, 22);
        y -= 40;
        return this;
    }

    Typesetter heading(String text) {
        room(60);
        y -= 14;
        write(bold, 15, LEFT, text);
        y -= 26;
        return this;
    }

    Typesetter paragraph(String text) {
        for (var line : wrap("　　" + text, 11)) {
            room(20);
            write(regular, 11, LEFT, line);
            y -= 19;
        }
        y -= 4;
        return this;
    }

    Typesetter lines(List<String> lines) {
        for (var line : lines) {
            paragraph(line);
        }
        return this;
    }

    Typesetter breakPage() {
        try {
            ink.close();
            ink = page();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    void save(Path file) {
        try {
            ink.close();
            document.save(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void room(float height) {
        if (y - height < BOTTOM) {
            breakPage();
        }
    }

    private PDPageContentStream page() throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        var stream = new PDPageContentStream(document, page);
        ink = stream;
        y = TOP;
        write(regular, 9, LEFT, foot);
        var number = "第 " + document.getNumberOfPages() + " 页";
        text(regular, 9, PDRectangle.A4.getWidth() / 2 - 20, 40, number);
        y -= 34;
        return stream;
    }

    private void centred(String text, float size) {
        try {
            float width = bold.getStringWidth(text) / 1000 * size;
            text(bold, size, (PDRectangle.A4.getWidth() - width) / 2, y, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(PDFont font, float size, float x, String text) {
        text(font, size, x, y, text);
    }

    private void text(PDFont font, float size, float x, float at, String text) {
        try {
            ink.beginText();
            ink.setFont(font, size);
            ink.newLineAtOffset(x, at);
            ink.showText(text);
            ink.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> wrap(String text, float size) {
        var lines = new java.util.ArrayList<String>();
        var line = new StringBuilder();
        float width = 0;
        try {
            for (int i = 0; i < text.length(); i++) {
                var glyph = text.substring(i, i + 1);
                float wide = regular.getStringWidth(glyph) / 1000 * size;
                if (width + wide > WIDTH && "，。；：、）".indexOf(glyph) < 0) {
                    lines.add(line.toString());
                    line.setLength(0);
                    width = 0;
                }
                line.append(glyph);
                width += wide;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.add(line.toString());
        return lines;
    }
}
