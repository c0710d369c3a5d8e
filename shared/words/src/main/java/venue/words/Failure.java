package venue.words;

import org.jspecify.annotations.Nullable;

/// Trouble that the world makes (disk, token, network, a bad file), told so that a clerk can act on
/// it. Each module has one sealed-off subclass with its own words: `failure.CODE` says what
/// happened to which thing, `failure.CODE.remedy` says what to do next. Never holds a secret.
public abstract class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Object[] arguments;

    /// @param code a short code in capitals, stable, for the log and the help desk
    protected Failure(String code, @Nullable Throwable cause, Object... arguments) {
        super(code, cause);
        this.code = code;
        this.arguments = arguments.clone();
    }

    /// The words of the module that failed.
    protected abstract Words words();

    /// The short code.
    public String code() {
        return code;
    }

    /// What happened, naming the thing.
    public String what() {
        return words().say("failure." + code, arguments);
    }

    /// What the person should do now.
    public String remedy() {
        return words().say("failure." + code + ".remedy", arguments);
    }

    /// Both sentences and the code, for a command line or a log.
    @Override
    public String getMessage() {
        return what() + remedy() + "（" + code + "）";
    }
}
