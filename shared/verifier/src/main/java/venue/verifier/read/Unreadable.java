package venue.verifier.read;

/// A file of the archive that is not what its place promises; becomes the reason of a check.
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param what a short remark with the place
    public Unreadable(String what) {
        super(what);
    }

    /// @param what a short remark with the place
    public Unreadable(String what, Throwable cause) {
        super(what, cause);
    }

    /// The remark.
    public String what() {
        return String.valueOf(getMessage());
    }
}
