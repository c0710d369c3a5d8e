package venue.tokens.wire;

/// What a driver's process is asked to do.
public enum Task {
    /// Load the library: [Make].
    LOAD,
    /// Say what is plugged in.
    LIST,
    /// Log in to one medium.
    OPEN,
    /// Sign a digest with one of its keys.
    SIGN,
    /// Decrypt with one of its keys.
    DECRYPT,
    /// Log out.
    CLOSE;

    /// The task with that number.
    public static Task of(int number) throws MalformedFrame {
        if (number < 0 || number >= values().length) {
            throw new MalformedFrame("task " + number);
        }
        return values()[number];
    }
}
