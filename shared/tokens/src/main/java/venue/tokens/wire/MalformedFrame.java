package venue.tokens.wire;

import java.io.IOException;

/// Bytes that are no message of the protocol.
public final class MalformedFrame extends IOException {

    private static final long serialVersionUID = 1L;

    public MalformedFrame(String what) {
        super(what);
    }
}
