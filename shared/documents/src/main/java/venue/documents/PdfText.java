package venue.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import venue.crypto.Bytes;

/// What a PDF says, read back from the file, cell by cell in the order it was written.
///
/// @param pages the text of each page
public record PdfText(List<String> pages) {

    public PdfText {
        pages = List.copyOf(pages);
    }

    /// Reads `pdf` back.
    public static PdfText of(Bytes pdf) {
        var pages = new ArrayList<String>();
        try (var document = Loader.loadPDF(pdf.array())) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setLineSeparator("\n");
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
        } catch (IOException e) {
            throw new DocumentsFailure("PDF_UNREADABLE", e);
        }
        return new PdfText(pages);
    }

    /// All pages, one after the other.
    public static String text(Bytes pdf) {
        return of(pdf).all();
    }

    /// All pages, one after the other.
    public String all() {
        return String.join("\n", pages);
    }
}
