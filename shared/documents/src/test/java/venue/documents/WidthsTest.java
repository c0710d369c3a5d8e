package venue.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class WidthsTest {

    @Test
    void keepsSharesThatAreWideEnough() {
        var table = Table.columns(Column.left("甲", 1), Column.left("乙", 3)).row("短", "短");
        assertEquals(java.util.List.of("25.00", "75.00"), Widths.of(table, false));
    }

    @Test
    void widensAColumnWhoseAmountWouldBeCut() {
        var table = Table.columns(Column.left("说明", 97), Column.right("报价", 3)).row("说明",
                "118,765,431.00");
        var widths = Widths.of(table, false);
        assertTrue(new BigDecimal(widths.get(1)).compareTo(new BigDecimal("15")) > 0,
                widths::toString);
        assertTrue(new BigDecimal(widths.get(0)).add(new BigDecimal(widths.get(1)))
                .compareTo(new BigDecimal("100")) <= 0, widths::toString);
    }

    @Test
    void letsALongHashBeCut() {
        var table = Table.columns(Column.left("甲", 1), Column.left("乙", 1)).row("a".repeat(64),
                "b");
        assertEquals(java.util.List.of("50.00", "50.00"), Widths.of(table, false));
    }

    @Test
    void keepsTheSharesWhenNothingCanHelp() {
        var columns = new Column[20];
        var cells = new String[20];
        for (int i = 0; i < 20; i++) {
            columns[i] = Column.right("列" + i, 5);
            cells[i] = "118,765,431.00";
        }
        assertEquals("5.00", Widths.of(Table.columns(columns).row(cells), false).getFirst());
    }
}
