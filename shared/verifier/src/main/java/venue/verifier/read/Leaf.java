package venue.verifier.read;

import java.time.Instant;
import venue.crypto.Bytes;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.base.TenderId;

/// What a log's tree is made of: who did what kind of thing when, and the digests of the content.
public record Leaf(PersonId actor, Instant at, String boot, int gen, long hybrid, Bytes ksha256,
        Bytes ksm3, long mono, Role role, long seq, TenderId tender, String type, int v) {

    /// Reads a leaf; bytes that are not canonical are refused.
    public static Leaf parse(byte[] bytes) {
        var node = Json.read(bytes);
        if (!Bytes.of(Json.canonical(node)).equals(Bytes.of(bytes))) {
            throw new Unreadable("not canonical");
        }
        var leaf = Form.read(node, Leaf.class);
        if (leaf.v() != 1) {
            throw new Unreadable("version " + leaf.v());
        }
        return leaf;
    }

    /// Whether `content` is the content that this leaf binds.
    public boolean binds(Bytes content) {
        return ksha256.equals(Bytes.fromHex(content.sha256()))
                && ksm3.equals(Bytes.fromHex(content.sm3()));
    }
}
