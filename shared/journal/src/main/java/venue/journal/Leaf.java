package venue.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import venue.crypto.Bytes;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.base.TenderId;
import venue.journal.json.CanonicalJson;
import venue.journal.json.RecordCodec;

/// What a tree is made of: the canonical JSON of this record, kept as exact bytes. It says who did
/// what kind of thing when, and binds the content by two digests without disclosing it.
///
/// @param boot random name of the running program, so that `mono` can be compared
/// @param ksha256 SHA-256 of the payload (base 64)
/// @param ksm3 SM3 of the payload (base 64)
/// @param mono milliseconds of a clock that nobody can set
/// @param type wire name of the event
/// @param v version of this shape
public record Leaf(PersonId actor, Instant at, String boot, int gen, long hybrid, Bytes ksha256,
        Bytes ksm3, long mono, Role role, long seq, TenderId tender, String type, int v) {

    /// tlog-tiles gives the length in two bytes.
    static final int SIZE_MOST = 65_535;
    private static final byte[] SESSION = ",\"type\":\"session."
            .getBytes(StandardCharsets.UTF_8);

    /// The exact bytes.
    public byte[] bytes() {
        var json = new StringBuilder(480);
        text(json, "{\"actor\":", actor.value());
        text(json, ",\"at\":", CanonicalJson.instant(at));
        text(json, ",\"boot\":", boot);
        number(json, ",\"gen\":", gen);
        number(json, ",\"hybrid\":", hybrid);
        text(json, ",\"ksha256\":", ksha256.base64());
        text(json, ",\"ksm3\":", ksm3.base64());
        number(json, ",\"mono\":", mono);
        text(json, ",\"role\":", role.name());
        number(json, ",\"seq\":", seq);
        text(json, ",\"tender\":", tender.value());
        text(json, ",\"type\":", type);
        number(json, ",\"v\":", v);
        return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void text(StringBuilder json, String name, String value) {
        CanonicalJson.writeText(value, json.append(name));
    }

    private static void number(StringBuilder json, String name, long value) {
        json.append(name).append(CanonicalJson.checked(value));
    }

    /// Whether these are the bytes of a leaf of the journal's own family. In canonical JSON a
    /// quotation mark inside a text is always escaped, so this cannot be mistaken.
    static boolean isOfSession(byte[] data) {
        return indexOf(data, SESSION) >= 0;
    }

    private static int indexOf(byte[] data, byte[] part) {
        for (int i = data.length - part.length; i >= 0; i--) {
            if (data[i] == part[0]
                    && Arrays.equals(data, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        return -1;
    }

    /// Reads a leaf; bytes that are not canonical are refused.
    ///
    /// @throws IllegalArgumentException naming what does not fit
    public static Leaf parse(byte[] data) {
        if (data.length > SIZE_MOST) {
            throw new IllegalArgumentException("larger than a leaf may be");
        }
        var leaf = RecordCodec.read(CanonicalJson.read(data), Leaf.class);
        if (!Arrays.equals(leaf.bytes(), data)) {
            throw new IllegalArgumentException("not canonical");
        }
        if (leaf.v != 1) {
            throw new IllegalArgumentException("a leaf of version " + leaf.v);
        }
        return leaf;
    }

    /// Whether `payload` is the content that this leaf binds.
    public boolean binds(Bytes payload) {
        return binds(payload.array());
    }

    boolean binds(byte[] payload) {
        return ksha256.equals(Digesting.sha256(payload)) && ksm3.equals(Digesting.sm3(payload));
    }

    Stamp stamp(Origin origin) {
        return new Stamp(origin.device(), origin.generation(), seq, at, hybrid, tender, actor,
                role, type);
    }
}
