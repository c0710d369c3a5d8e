package venue.journal.proof;

import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Objects;
import venue.crypto.Bytes;
import venue.crypto.Hashes;

/// The hash of a tree. Both make 32 bytes, so the same rules (RFC 6962 section 2.1) hold for both.
/// Any thread may use it; each keeps a digest of its own.
public enum TreeHash {
    /// The log that the whole world can check (C2SP).
    SHA256(0, "", "SHA-256"),
    /// 国密 SM3 (GB/T 32905) over the same leaves.
    SM3(1, "/sm3", "SM3");

    /// Bytes of a hash.
    public static final int LENGTH = 32;

    private final int code;
    private final String suffix;
    private final String title;

    TreeHash(int code, String suffix, String title) {
        this.code = code;
        this.suffix = suffix;
        this.title = title;
    }

    /// How tables name it: 0 or 1.
    public int code() {
        return code;
    }

    /// The one that tables call `code`.
    public static TreeHash of(int code) {
        return code == 0 ? SHA256 : SM3;
    }

    /// What the origin line of this tree ends with.
    public String suffix() {
        return suffix;
    }

    /// As printed.
    public String title() {
        return title;
    }

    /// The hash of a leaf: H(0x00 || data).
    public Bytes leaf(byte[] data) {
        return Bytes.of(leafHash(data));
    }

    /// The hash of an inner node: H(0x01 || left || right).
    public Bytes node(Bytes left, Bytes right) {
        return Bytes.of(nodeHash(left.array(), 0, right.array(), 0));
    }

    /// The root of no leaves: H("").
    public Bytes empty() {
        return Bytes.of(digest().digest());
    }

    /// The hash of a leaf, as it stands in tables and tiles.
    public byte[] leafHash(byte[] data) {
        Objects.requireNonNull(data);
        var digest = digest();
        digest.update((byte) 0);
        return digest.digest(data);
    }

    /// The hash of the node over the 32 bytes of `left` from `at` and those of `right` from
    /// `from`.
    public byte[] nodeHash(byte[] left, int at, byte[] right, int from) {
        var out = new byte[LENGTH];
        node(left, at, right, from, out, 0);
        return out;
    }

    /// Like [#nodeHash], into `out` from `to`, which may be one of the two places read.
    void node(byte[] left, int at, byte[] right, int from, byte[] out, int to) {
        Objects.checkFromIndexSize(at, LENGTH, left.length);
        Objects.checkFromIndexSize(from, LENGTH, right.length);
        var digest = digest();
        digest.update((byte) 1);
        digest.update(left, at, LENGTH);
        digest.update(right, from, LENGTH);
        try {
            digest.digest(out, to, LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("no room for a hash at " + to, e);
        }
    }

    private MessageDigest digest() {
        return switch (this) {
            case SHA256 -> Own.SHA256.get();
            case SM3 -> Own.SM3.get();
        };
    }

    /// Each thread's own digests.
    private static final class Own {

        static final ThreadLocal<MessageDigest> SHA256 = ThreadLocal.withInitial(Hashes::sha256);
        static final ThreadLocal<MessageDigest> SM3 = ThreadLocal.withInitial(Hashes::sm3);
    }
}
