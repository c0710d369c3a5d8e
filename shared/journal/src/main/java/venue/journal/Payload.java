package venue.journal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import venue.crypto.Bytes;
import venue.domain.base.Fact;
import venue.journal.json.CanonicalJson;
import venue.journal.json.RecordCodec;

/// The content beside a leaf: `{"by":name,"fact":{…},"salt":base64}`. The salt of 16 random bytes
/// keeps anybody from guessing the content from its digest.
final class Payload {

    static final int SIZE_MOST = 16 * 1024 * 1024;
    private static final int SALT = 16;

    private Payload() {}

    static byte[] of(String by, Fact fact) {
        var facts = fact instanceof Unread unread
                ? CanonicalJson.read(unread.json().array())
                : RecordCodec.write(fact);
        var node = JsonNodeFactory.instance.objectNode().put("by", by)
                .put("salt", Bytes.random(SALT).base64());
        node.set("fact", facts);
        return CanonicalJson.write(node);
    }

    static Fact fact(Families families, String kind, byte[] payload) {
        var fact = CanonicalJson.read(payload).get("fact");
        if (fact == null) {
            throw new IllegalArgumentException("a payload without a fact");
        }
        return families.event(kind, fact);
    }
}
