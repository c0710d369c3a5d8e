package venue.tokens.wire;

/// Why a driver's process could not do its task.
public final class Trouble extends Exception {

    private static final long serialVersionUID = 1L;

    /// The kinds of trouble that a driver can tell apart.
    public enum Kind {
        /// Wrong PIN; [Trouble#tries] says how many are left.
        PIN_WRONG,
        /// No tries left.
        LOCKED,
        /// No such medium.
        MISSING,
        /// The medium was there and is gone.
        REMOVED,
        /// No certificate with a private key on it.
        NO_KEY,
        /// The library cannot be loaded.
        NO_LIBRARY,
        /// What was to be decrypted does not fit the key.
        UNFIT,
        /// The driver answered with an error code.
        REFUSED,
        /// The driver's answer cannot be true.
        NONSENSE,
        /// This process is logged in to the medium already.
        IN_USE,
        /// A medium that was never opened or was closed.
        CLOSED
    }

    private final Kind kind;
    private final int tries;

    public Trouble(Kind kind, int tries, String detail) {
        super(detail);
        this.kind = kind;
        this.tries = tries;
    }

    public Trouble(Kind kind, String detail) {
        this(kind, Tries.UNKNOWN, detail);
    }

    public Kind kind() {
        return kind;
    }

    /// Tries left, or one of the values of [Tries].
    public int tries() {
        return tries;
    }

    /// The function of the driver and its code, never a secret.
    public String detail() {
        return String.valueOf(getMessage());
    }

    /// As the body of a message.
    public byte[] pack() {
        return new Pack().text(kind.name()).number(tries).text(detail()).take();
    }

    /// Back from the body of a message.
    public static Trouble of(Unpack body) throws MalformedFrame {
        var name = body.text();
        for (var kind : Kind.values()) {
            if (kind.name().equals(name)) {
                return new Trouble(kind, body.number(), body.text());
            }
        }
        throw new MalformedFrame("trouble " + name.length());
    }
}
