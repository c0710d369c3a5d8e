package venue.journal.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import venue.crypto.Bytes;

/// The hash of a tree. Both make 32 bytes, so the same rules (RFC 6962 section 2.1) hold for both.
public enum TreeHash {
    /// The log that the whole world can check (C2SP).
    SHA256(0, "", "SHA-256") {
        @Override
        byte[] digest(byte[] input) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(input);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    },
    /// 国密 SM3 (GB/T 32905) over the same leaves.
    SM3(1, "/sm3", "SM3") {
        @Override
        byte[] digest(byte[] input) {
            return HexFormat.of().parseHex(Bytes.of(input).sm3());
        }
    };

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

    abstract byte[] digest(byte[] input);

    /// The hash of a leaf: H(0x00 || data).
    public Bytes leaf(byte[] data) {
        var input = new byte[data.length + 1];
        System.arraycopy(data, 0, input, 1, data.length);
        return Bytes.of(digest(input));
    }

    /// The hash of an inner node: H(0x01 || left || right).
    public Bytes node(Bytes left, Bytes right) {
        var a = left.array();
        var b = right.array();
        var input = new byte[1 + a.length + b.length];
        input[0] = 1;
        System.arraycopy(a, 0, input, 1, a.length);
        System.arraycopy(b, 0, input, 1 + a.length, b.length);
        return Bytes.of(digest(input));
    }

    /// The root of no leaves: H("").
    public Bytes empty() {
        return Bytes.of(digest(new byte[0]));
    }
}
