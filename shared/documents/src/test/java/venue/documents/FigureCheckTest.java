package venue.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.documents.FigureCheck.Figure;
import venue.documents.FigureCheck.Missing;
import venue.documents.FigureCheck.Place;

class FigureCheckTest {

    private static final Figure QUOTE = new Figure("投标报价", "118,765,431.00");

    @ParameterizedTest(name = "{0} in [{1}]: {2}")
    @CsvSource(textBlock = """
            98.50,   得分 98.50 分,     true
            98.50,   得分 198.50 分,    false
            98.50,   得分 98.505 分,    false
            98.5,    得分 98.50 分,     false
            765.00,  '118,765.00',      false
            98.50,   '97.00 98.50',     true
            98.50,   98.50。,           true
            98.50,   '98.50, 97.00',    true
            """)
    void findsAFigureAndNotAPieceOfAnother(String figure, String text, boolean found) {
        assertEquals(found, FigureCheck.inPaper(List.of(new Figure("得分", figure)), text).isEmpty());
    }

    @Test
    void findsAFigureThatANarrowCellBroke() {
        assertEquals(List.of(), FigureCheck.inPaper(List.of(QUOTE), "118,765,\n431.00"));
    }

    @Test
    void namesEachMissingFigureAndWhere() {
        var points = new Figure("总分", "92.35");
        assertEquals(List.of(new Missing(points, Place.PAPER), new Missing(QUOTE, Place.SCREEN)),
                FigureCheck.everywhere(List.of(QUOTE, points), "报价 118,765,431.00",
                        List.of("总分 92.35", "报价 118,765,413.00")));
    }

    @Test
    void findsTheFiguresOfARealPaper() {
        var text = PdfText.text(Pdf.render(Samples.opening(Mark.OFFICIAL)).pdf());
        assertEquals(List.of(new Missing(new Figure("投标报价", "118,765,441.00"), Place.PAPER)),
                FigureCheck.inPaper(List.of(QUOTE, new Figure("投标报价", "118,765,441.00")), text));
    }
}
