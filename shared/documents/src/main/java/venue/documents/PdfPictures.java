package venue.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import venue.crypto.Bytes;

/// Pages as pictures (PNG), for the preview on screen and for looking at a paper in a test.
public final class PdfPictures {

    private static final int DPI_MAX = 400;

    private PdfPictures() {}

    /// All pages at `dpi` dots per inch.
    public static List<Bytes> pages(Bytes pdf, int dpi) {
        try (var document = Loader.loadPDF(pdf.array())) {
            var pictures = new ArrayList<Bytes>();
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                pictures.add(picture(document, i, dpi));
            }
            return pictures;
        } catch (IOException e) {
            throw new DocumentsFailure("PDF_UNREADABLE", e);
        }
    }

    /// One page, counted from 0.
    public static Bytes page(Bytes pdf, int index, int dpi) {
        try (var document = Loader.loadPDF(pdf.array())) {
            return picture(document, index, dpi);
        } catch (IOException e) {
            throw new DocumentsFailure("PDF_UNREADABLE", e);
        }
    }

    /// How many pages there are.
    public static int count(Bytes pdf) {
        try (var document = Loader.loadPDF(pdf.array())) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new DocumentsFailure("PDF_UNREADABLE", e);
        }
    }

    private static Bytes picture(PDDocument document, int index, int dpi) throws IOException {
        if (dpi < 1 || dpi > DPI_MAX) {
            throw new IllegalArgumentException("dpi " + dpi);
        }
        var image = new PDFRenderer(document).renderImageWithDPI(index, dpi, ImageType.RGB);
        var out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "png", out)) {
            throw new IOException("no PNG writer");
        }
        return Bytes.of(out.toByteArray());
    }
}
