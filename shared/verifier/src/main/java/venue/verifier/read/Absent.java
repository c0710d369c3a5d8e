package venue.verifier.read;

/// Something a check needs is not there or not to be believed; the check cannot run. The reason
/// names the thing and the check that tells more.
public final class Absent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] arguments;

    /// @param key of the sentence, under `absent.`
    public Absent(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = arguments.clone();
    }

    /// The key of the reason's sentence.
    public String key() {
        return "absent." + key;
    }

    /// What the sentence names.
    public Object[] arguments() {
        return arguments.clone();
    }
}
