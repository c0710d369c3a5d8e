package venue.sync.wire;

/// Bytes from the wire that are not what the protocol says. The message is for the log and for the
/// programmer of the other end, in plain English; it holds no content.
public final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param message what is wrong and where
    public Malformed(String message) {
        super(message);
    }

    /// @param message what is wrong and where
    public Malformed(String message, Throwable cause) {
        super(message, cause);
    }
}
