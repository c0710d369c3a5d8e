package venue.documents;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("changes the machine's language and time zone for a moment")
class PdfTest {

    @Test
    void givesTheSameBytesInAnyLanguageAndTimeZone() {
        var here = Pdf.render(Samples.opening(Mark.DRAFT));
        var locale = Locale.getDefault();
        var zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
            var there = Pdf.render(Samples.opening(Mark.DRAFT));
            assertArrayEquals(here.pdf().array(), there.pdf().array());
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void givesOtherBytesForOtherFacts() {
        assertNotEquals(Pdf.render(Samples.small()).sha256(),
                Pdf.render(Samples.small().paragraph("多一段")).sha256());
    }

    @Test
    void datesTheFileByThePaperAndNotByTheClock() throws IOException {
        try (var pdf = Loader.loadPDF(Pdf.render(Samples.small()).pdf().array())) {
            var info = pdf.getDocumentInformation();
            assertEquals(Samples.AT.getEpochSecond(),
                    info.getCreationDate().toInstant().getEpochSecond());
            assertEquals("投标人签到表", info.getTitle());
            var xmp = new String(pdf.getDocumentCatalog().getMetadata().toByteArray(),
                    java.nio.charset.StandardCharsets.UTF_8);
            assertTrue(xmp.contains("2026-11-23T01:30:05Z"), xmp);
            assertTrue(xmp.contains("投标人签到表"), xmp);
        }
    }

    @Test
    void saysDraftOnEveryPageUntilItIsOfficial() {
        for (var page : PdfText.of(Pdf.render(Samples.large()).pdf()).pages()) {
            assertTrue(page.contains("草稿"), page);
        }
        assertFalse(PdfText.text(Pdf.render(Samples.opening(Mark.OFFICIAL)).pdf()).contains("草稿"));
    }

    @Test
    void numbersPagesAndRepeatsTheHeadsOfItsTables() {
        var pages = PdfText.of(Pdf.render(Samples.large()).pdf()).pages();
        assertTrue(pages.size() > 10, () -> pages.size() + " pages");
        for (int i = 0; i < pages.size(); i++) {
            var page = pages.get(i);
            var number = "第 " + (i + 1) + " 页　共 " + pages.size() + " 页";
            assertTrue(page.contains(number), () -> number + " not in " + page);
            assertTrue(page.contains("评审因素"), page);
            assertTrue(page.contains("E2106000001000123001"), page);
        }
    }

    @Test
    void readsBackRareNamesAndEveryCell() {
        var text = PdfText.text(Pdf.render(Samples.opening(Mark.OFFICIAL)).pdf());
        var joined = text.replaceAll("\\s", "");
        assertAll(List.of("李𬭎", "龚祎翀", "张堃", "91210600MA0TEXT0A4", "118,765,434.00",
                "5a3c91e07f11aa0042bd8c6e3d2f1a0b99c8d7e6", "证书已更换，归因投标人，视为撤销投标文件", "一、唱标内容")
                .stream().map(s -> () -> assertTrue(joined.contains(s), s)));
    }

    @Test
    void namesACharacterItHasNoShapeForAndDropsControls() {
        assertEquals("甲〓(U+2A6D6)乙", Glyphs.printable("甲\uD869\uDED6\u0007\u202E乙"));
        assertEquals("一\n二", Glyphs.printable("一\n二"));
    }

    @Test
    void takesMarkupInAFactAsPlainText() {
        var paper = Samples.small().paragraph("<b>A & B</b> {{ title }} ]]>");
        assertTrue(PdfText.text(Pdf.render(paper).pdf()).contains("<b>A & B</b> {{ title }} ]]>"));
    }

    @Test
    void turnsOnlyTheWideTableSideways() throws IOException {
        try (var pdf = Loader.loadPDF(
                Pdf.render(Samples.opening(Mark.OFFICIAL)).pdf().array())) {
            var widths = new java.util.ArrayList<Boolean>();
            for (var page : pdf.getPages()) {
                widths.add(page.getMediaBox().getWidth() > page.getMediaBox().getHeight());
            }
            assertEquals(List.of(false, true, false), widths);
        }
    }

    /// Ink in the outer 8 mm of a page would be ink that a printer clips.
    @Test
    void keepsAllInkInsideTheMargins() throws IOException {
        var pictures = PdfPictures.pages(Pdf.render(Samples.opening(Mark.OFFICIAL)).pdf(), 50);
        assertEquals(3, pictures.size());
        for (var picture : pictures) {
            var image = ImageIO.read(new ByteArrayInputStream(picture.array()));
            int rim = 50 * 8 / 25;
            for (int x = 0; x < image.getWidth(); x++) {
                for (int y = 0; y < image.getHeight(); y++) {
                    boolean outside = x < rim || y < rim || x >= image.getWidth() - rim
                            || y >= image.getHeight() - rim;
                    assertTrue(!outside || (image.getRGB(x, y) & 0xFFFFFF) == 0xFFFFFF,
                            "ink at " + x + "," + y);
                }
            }
        }
    }

    @Test
    void fillsALandscapePage() throws IOException {
        var pdf = Pdf.render(Samples.opening(Mark.OFFICIAL).landscape()).pdf();
        var image = ImageIO.read(new ByteArrayInputStream(PdfPictures.page(pdf, 0, 50).array()));
        assertTrue(image.getWidth() > image.getHeight());
        int right = image.getWidth() - 50 * 22 / 25;
        boolean ruled = false;
        for (int x = right; x < image.getWidth(); x++) {
            for (int y = image.getHeight() / 3; y < image.getHeight() / 2; y++) {
                ruled |= (image.getRGB(x, y) & 0xFF) < 0x80;
            }
        }
        assertTrue(ruled, "nothing is ruled near the right margin");
    }

    @Test
    void endsNoLineInsideADateOrATime() {
        var ends = new LineEnds();
        var text = "签到 2026-11-24 09:00:58 完成";
        ends.setText(text);
        var pieces = new java.util.ArrayList<String>();
        int from = 0;
        for (int end = ends.next(); end >= 0; end = ends.next()) {
            pieces.add(text.substring(from, end).strip());
            from = end;
        }
        assertEquals(List.of("签", "到", "2026-11-24", "09:00:58", "完", "成"), pieces);
    }

    @Test
    void keepsAShortTableWithItsHeadingOnOnePage() {
        var paper = Samples.small();
        for (int i = 0; i < 30; i++) {
            paper = paper.section("第" + i + "节").note("说明" + i)
                    .table(Table.columns(Column.left("头" + i, 1)).row("始" + i).row("中")
                            .row("末" + i));
        }
        for (var page : PdfText.of(Pdf.render(paper).pdf()).pages()) {
            for (int i = 0; i < 30; i++) {
                var number = i;
                assertEquals(page.contains("始" + i + "\n"), page.contains("末" + i + "\n"),
                        () -> "table " + number + " is cut: " + page);
                assertEquals(page.contains("说明" + i + "\n"), page.contains("末" + i + "\n"),
                        () -> "heading " + number + " is left alone: " + page);
            }
        }
    }
}
