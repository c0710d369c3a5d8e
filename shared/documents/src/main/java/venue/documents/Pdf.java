package venue.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import venue.words.Typeface;

/// Writes papers as PDF/A-2u (ISO 19005-2): typeface embedded as a subset, sRGB output intent, text
/// that can be read back. The same paper gives the same bytes: its own moment is the only date, the
/// file's identity follows from its content.
public final class Pdf {

    private static final String PRODUCER = "Venue Suite";
    private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        XRLog.setLoggingEnabled(false);
    }

    private Pdf() {}

    /// The PDF of `paper`.
    public static Document render(Paper paper) {
        try (var out = new ByteArrayOutputStream()) {
            write(paper, out);
            return Document.of(paper.name() + ".pdf", out.toByteArray());
        } catch (IOException e) {
            throw new DocumentsFailure("PAPER_UNPRINTABLE", e, paper.title());
        }
    }

    private static void write(Paper paper, ByteArrayOutputStream out) throws IOException {
        var builder = new PdfRendererBuilder().usePdfAConformance(PdfAConformance.PDFA_2_U)
                .useColorProfile(SRGB).withProducer(PRODUCER)
                .withHtmlContent(Markup.of(paper), null).useUnicodeLineBreaker(new LineEnds())
                .useFont(Typeface.REGULAR::open, Typeface.FAMILY, 400, FontStyle.NORMAL, true)
                .useFont(Typeface.BOLD::open, Typeface.FAMILY, 700, FontStyle.NORMAL, true);
        try (var renderer = builder.buildPdfRenderer();
                var document = renderer.createPDFKeepOpen()) {
            date(document, paper);
            document.setDocumentId(0L);
            document.save(out, CompressParameters.NO_COMPRESSION);
        }
    }

    /// Replaces what the renderer took from the machine's clock.
    private static void date(PDDocument document, Paper paper) {
        var at = paper.at().truncatedTo(ChronoUnit.SECONDS);
        var title = paper.title().replace('\n', ' ');
        var info = new PDDocumentInformation();
        info.setTitle(title);
        info.setProducer(PRODUCER);
        info.setCreationDate(calendar(at));
        info.setModificationDate(calendar(at));
        document.setDocumentInformation(info);
        var metadata = new PDMetadata(document);
        try {
            metadata.importXMPMetadata(xmp(title, at).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new DocumentsFailure("PAPER_UNPRINTABLE", e, title);
        }
        document.getDocumentCatalog().setMetadata(metadata);
    }

    private static Calendar calendar(Instant at) {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        calendar.setTimeInMillis(at.toEpochMilli());
        return calendar;
    }

    private static String xmp(String title, Instant at) {
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about=""
                 xmlns:dc="http://purl.org/dc/elements/1.1/"
                 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
                 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
                 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
                <pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>
                <dc:format>application/pdf</dc:format>
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">@title</rdf:li></rdf:Alt></dc:title>
                <xmp:CreateDate>@at</xmp:CreateDate><xmp:ModifyDate>@at</xmp:ModifyDate>
                <pdf:Producer>@producer</pdf:Producer>
                </rdf:Description></rdf:RDF></x:xmpmeta>
                <?xpacket end="w"?>""".replace("@title", escaped(title))
                .replace("@at", at.toString()).replace("@producer", PRODUCER);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
