package venue.centre.http;

import venue.words.Words;

/// A request that is answered with 400 or more. Thrown by the endpoints, turned into an answer
/// and an audit line in one place, the [Router].
final class Rejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /// @param code key of the sentence `trouble.CODE`
    Rejected(int status, String code, Object... arguments) {
        super(Words.of("venue.centre", Rejected.class).say("trouble." + code, arguments), null,
                false, false);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
