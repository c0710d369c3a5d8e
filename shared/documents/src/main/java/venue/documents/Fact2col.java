package venue.documents;

/// One label and its value in the grid at the head of a form (表头信息).
///
/// @param wide whether the value takes the whole row
public record Fact2col(String label, String value, boolean wide) {

    /// Widest value, in half characters, that stands beside another pair in two lines.
    private static final int HALVES_MAX = 40;
    /// Longest code that fits a column without being cut.
    private static final int CODE_MAX = 24;

    /// A pair that takes the whole row when its value is long.
    public Fact2col(String label, String value) {
        this(label, value, isLong(value));
    }

    private static boolean isLong(String value) {
        int halves = 0;
        int code = 0;
        for (int i = 0; i < value.length(); i++) {
            boolean chinese = value.charAt(i) >= '\u2E80';
            halves += chinese ? 2 : 1;
            code = chinese || value.charAt(i) == ' ' ? 0 : code + 1;
            if (code > CODE_MAX) {
                return true;
            }
        }
        return halves > HALVES_MAX || value.contains("\n");
    }
}
