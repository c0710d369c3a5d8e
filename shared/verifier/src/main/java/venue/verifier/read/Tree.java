package venue.verifier.read;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import venue.crypto.Bytes;

/// The root of a list of leaves (RFC 6962 section 2.1), computed from nothing but the leaves.
public enum Tree {
    /// SHA-256, the log that anybody's tools can check.
    SHA256(""),
    /// SM3 (GB/T 32905) over the same leaves.
    SM3("/sm3");

    private final String suffix;

    Tree(String suffix) {
        this.suffix = suffix;
    }

    /// What the origin line of its checkpoints ends with.
    public String suffix() {
        return suffix;
    }

    /// The root over `leaves`.
    public Bytes root(List<byte[]> leaves) {
        return Bytes.of(leaves.isEmpty()
                ? digest(new byte[0])
                : over(leaves.stream().map(this::leafHash).toList()));
    }

    /// The hash of one leaf.
    public byte[] leafHash(byte[] leaf) {
        return digest(join(0, leaf, new byte[0]));
    }

    /// The hash over two neighbours.
    public byte[] node(byte[] left, byte[] right) {
        return digest(join(1, left, right));
    }

    /// The hash over a row of hashes; an odd one at the end goes up as it is.
    byte[] over(List<byte[]> hashes) {
        var level = new ArrayList<>(hashes);
        while (level.size() > 1) {
            var next = new ArrayList<byte[]>();
            for (int i = 0; i + 1 < level.size(); i += 2) {
                next.add(node(level.get(i), level.get(i + 1)));
            }
            if (level.size() % 2 == 1) {
                next.add(level.getLast());
            }
            level = next;
        }
        return level.getFirst();
    }

    private static byte[] join(int tag, byte[] left, byte[] right) {
        var all = new byte[1 + left.length + right.length];
        all[0] = (byte) tag;
        System.arraycopy(left, 0, all, 1, left.length);
        System.arraycopy(right, 0, all, 1 + left.length, right.length);
        return all;
    }

    private byte[] digest(byte[] input) {
        if (this == SM3) {
            return HexFormat.of().parseHex(Bytes.of(input).sm3());
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
