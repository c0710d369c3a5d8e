package venue.documents;

/// A column of a table.
///
/// @param head what stands above it, repeated on every page
/// @param share its share of the width in percent; the shares of a table are scaled to 100
public record Column(String head, int share, Align align) {

    /// Where the text of a cell stands.
    public enum Align {
        /// Words.
        LEFT,
        /// Short marks, ordinals, dates.
        CENTRE,
        /// Amounts and points.
        RIGHT
    }

    public Column {
        if (share < 1) {
            throw new IllegalArgumentException("a column without width: " + head);
        }
    }

    /// A column of words.
    public static Column left(String head, int share) {
        return new Column(head, share, Align.LEFT);
    }

    /// A column of short marks.
    public static Column centre(String head, int share) {
        return new Column(head, share, Align.CENTRE);
    }

    /// A column of amounts.
    public static Column right(String head, int share) {
        return new Column(head, share, Align.RIGHT);
    }
}
