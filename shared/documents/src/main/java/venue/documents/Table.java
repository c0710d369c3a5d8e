package venue.documents;

import java.util.ArrayList;
import java.util.List;

/// A ruled table (表格). Its heads are repeated on every page, a row is never cut by a page's end
/// unless it is longer than a page, text wraps anywhere, nothing is clipped.
///
/// @param caption what stands above it; may be empty
/// @param totals whether the last row is a total
/// @param wide whether it stands on landscape pages of its own
public record Table(String caption, List<Column> columns, List<List<String>> rows, boolean totals,
        boolean wide) {

    /// More columns than this are set in small type.
    private static final int MANY_COLUMNS = 9;
    /// A table of no more rows than this is kept on one page.
    static final int SHORT_ROWS = 10;

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a table without columns: " + caption);
        }
        for (var row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        row.size() + " cells under " + columns.size() + " columns: " + row);
            }
        }
    }

    /// An empty table with these columns.
    public static Table columns(Column... columns) {
        return new Table("", List.of(columns), List.of(), false, false);
    }

    /// The same with a caption above it.
    public Table caption(String text) {
        return new Table(text, columns, rows, totals, wide);
    }

    /// The same with one more row.
    public Table row(String... cells) {
        return rows(List.of(List.of(cells)));
    }

    /// The same with more rows.
    public Table rows(List<? extends List<String>> more) {
        var all = new ArrayList<List<String>>(rows);
        all.addAll(more);
        return new Table(caption, columns, all, totals, wide);
    }

    /// The same with a last row that is a total, set apart by bold type.
    public Table total(String... cells) {
        var last = row(cells);
        return new Table(caption, columns, last.rows, true, wide);
    }

    /// The same on landscape pages.
    public Table onLandscape() {
        return new Table(caption, columns, rows, totals, true);
    }

    /// Whether it is set in small type.
    boolean dense() {
        return columns.size() > MANY_COLUMNS;
    }
}
