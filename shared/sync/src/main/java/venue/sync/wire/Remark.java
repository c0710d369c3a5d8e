package venue.sync.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import venue.journal.JournalFailure;
import venue.journal.SessionEvent;
import venue.journal.Wire;

/// What a log says about itself (`session.*`), read from the content of a leaf: everybody may know
/// it, so the centre looks at it too.
public final class Remark {

    private static final String FAMILY = "session.";

    private Remark() {}

    /// Whether leaves of this kind are remarks.
    public static boolean is(String kind) {
        return kind.startsWith(FAMILY);
    }

    /// The remark in a payload `{"by":…,"fact":{…},"salt":…}`.
    ///
    /// @throws Malformed if it is none, or one of a later version
    public static SessionEvent read(String kind, byte[] payload) {
        var fact = Json.read(payload, JsonNode.class).path("fact");
        try {
            if (Wire.event(kind, fact.toString()
                    .getBytes(StandardCharsets.UTF_8)) instanceof SessionEvent event) {
                return event;
            }
        } catch (JournalFailure e) {
            throw new Malformed("the content of " + kind, e);
        }
        throw new Malformed("the content of " + kind + " is of a later version");
    }
}
