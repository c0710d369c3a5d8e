package venue.tokens.wire;

/// PIN tries left where a driver tells less than a number.
public final class Tries {

    /// The driver does not tell.
    public static final int UNKNOWN = -1;
    /// At least one wrong PIN since the last right one.
    public static final int FEW = -2;
    /// The next wrong PIN locks.
    public static final int ONE = -3;

    private Tries() {}
}
