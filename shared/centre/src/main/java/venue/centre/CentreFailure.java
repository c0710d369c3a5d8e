package venue.centre;

import org.jspecify.annotations.Nullable;
import venue.words.Failure;
import venue.words.Words;

/// Trouble that keeps the central server (中心服务器) from starting or storing.
public final class CentreFailure extends Failure {

    private static final long serialVersionUID = 1L;

    /// Another program holds the port.
    public static final String PORT_BUSY = "PORT_BUSY";
    /// The data directory cannot be written.
    public static final String DATA_READ_ONLY = "DATA_READ_ONLY";
    /// Another centre works on the same data.
    public static final String DATA_IN_USE = "DATA_IN_USE";
    /// The database refuses to work.
    public static final String DATABASE = "DATABASE";
    /// The data are of a newer program.
    public static final String DATA_TOO_NEW = "DATA_TOO_NEW";
    /// No identity in the directory.
    public static final String IDENTITY_MISSING = "IDENTITY_MISSING";
    /// An identity is there already.
    public static final String IDENTITY_EXISTS = "IDENTITY_EXISTS";
    /// Keys or certificates of the centre cannot be used.
    public static final String IDENTITY_BROKEN = "IDENTITY_BROKEN";
    /// A file to hand out cannot be read.
    public static final String FILE_UNREADABLE = "FILE_UNREADABLE";
    /// A list in `devices/` or `assignments/` is not as it should be.
    public static final String LIST_BROKEN = "LIST_BROKEN";
    /// The HTTPS server did not start.
    public static final String SERVER = "SERVER";

    /// @param code one of the constants
    public CentreFailure(String code, @Nullable Throwable cause, Object... arguments) {
        super(code, cause, arguments);
    }

    @Override
    protected Words words() {
        return Words.of("venue.centre", CentreFailure.class);
    }
}
