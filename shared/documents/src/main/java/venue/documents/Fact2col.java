package venue.documents;

/// One label and its value in the grid at the head of a form (表头信息).
///
/// @param wide whether the value takes the whole row
public record Fact2col(String label, String value, boolean wide) {

    /// A longer value than this takes the whole row by itself.
    private static final int LONG_VALUE = 22;

    /// A pair that takes the whole row when its value is long.
    public Fact2col(String label, String value) {
        this(label, value, value.length() > LONG_VALUE || value.contains("\n"));
    }
}
