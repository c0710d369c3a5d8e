package venue.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperTest {

    @ParameterizedTest
    @CsvSource({"1, 一", "9, 九", "10, 十", "11, 十一", "20, 二十", "23, 二十三", "99, 九十九"})
    void countsInChinese(int n, String text) {
        assertEquals(text, Paper.ordinal(n));
    }

    @Test
    void refusesAnOrdinalItCannotWrite() {
        assertThrows(IllegalArgumentException.class, () -> Paper.ordinal(0));
        assertThrows(IllegalArgumentException.class, () -> Paper.ordinal(100));
    }

    @Test
    void numbersSectionsAndBeginsSubsectionsAnew() {
        var paper = Paper.titled("评标报告").section("基本情况").subsection("项目").subsection("委员会")
                .section("评审").subsection("初步评审");
        assertEquals(List.of("一、基本情况", "（一）项目", "（二）委员会", "二、评审", "（一）初步评审"),
                paper.blocks().stream().map(b -> ((Block.Heading) b).text()).toList());
    }

    @Test
    void leavesTheFirstPaperAsItWas() {
        var first = Paper.titled("开标记录表");
        var second = first.paragraph("一段");
        assertEquals(0, first.blocks().size());
        assertEquals(1, second.blocks().size());
    }

    @Test
    void refusesARowThatDoesNotFitItsColumns() {
        var table = Table.columns(Column.left("甲", 1), Column.left("乙", 1));
        assertThrows(IllegalArgumentException.class, () -> table.row("只有一格"));
    }

    @Test
    void refusesAFileNameThatIsNotPlain() {
        assertThrows(IllegalArgumentException.class, () -> Paper.titled("表").named("../表"));
    }

    @Test
    void givesALongValueARowOfItsOwn() {
        assertEquals(false, new Fact2col("开标时间", "2026年11月23日 09时30分").wide());
        assertEquals(true,
                new Fact2col("统一交易标识码", "D01-91210600MA0TEXT0A1-20261101-000001-8").wide());
    }
}
