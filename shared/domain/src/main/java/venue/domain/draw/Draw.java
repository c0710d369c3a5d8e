package venue.domain.draw;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

import venue.domain.base.Digest;

/// A public draw (公开抽取) that nobody steers and everybody recomputes: the loop of RFC 3797 with
/// SHA-256 in place of MD5, over a key made from a printed transcript.
public final class Draw {

    /// Bytes in a party's secret number (随机数).
    public static final int NONCE_BYTES = 32;

    private Draw() {}

    /// What a party lays on the table before the dice are thrown (承诺值): the digest of its secret
    /// number, bound to this draw and to this party.
    public static Digest commitment(String drawId, String party, byte[] nonce) {
        var sha = sha256();
        sha.update(("ggzy-draw-commit/v1\n" + drawId + "\n" + party + "\n")
                .getBytes(StandardCharsets.UTF_8));
        return new Digest(HexFormat.of().formatHex(sha.digest(nonce)));
    }

    /// What a draw made under `transcript` takes from `pool`, in order.
    public static List<String> taken(Transcript transcript, List<String> pool) {
        if (!transcript.pool().equals(digestOf(pool)) || transcript.poolSize() != pool.size()) {
            throw new IllegalArgumentException("another pool than the frozen one");
        }
        var seed = HexFormat.of().formatHex(
                sha256().digest(transcript.text().getBytes(StandardCharsets.UTF_8)));
        return order(seed + "./", pool.size(), transcript.take()).stream()
                .map(number -> pool.get(number - 1)).toList();
    }

    /// The digest of a frozen pool (候选清单): one candidate a line.
    public static Digest digestOf(List<String> pool) {
        var text = pool.stream().map(candidate -> candidate + "\n").collect(Collectors.joining());
        return new Digest(HexFormat.of()
                .formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8))));
    }

    /// The first `take` of `size` numbers, from 1, in the order that `key` gives them.
    static List<Integer> order(String key, int size, int take) {
        var bytes = key.getBytes(StandardCharsets.US_ASCII);
        var left = new ArrayList<Integer>();
        for (int number = 1; number <= size; number++) {
            left.add(number);
        }
        var taken = new ArrayList<Integer>();
        for (int round = 0; round < take; round++) {
            int picked = pick(round, bytes, left.size());
            taken.add(left.get(picked));
            left.subList(picked, picked + 1).clear();
        }
        return List.copyOf(taken);
    }

    private static int pick(int round, byte[] key, int left) {
        var counter = new byte[]{(byte) (round >> 8), (byte) round};
        var sha = sha256();
        sha.update(counter);
        sha.update(key);
        var digest = new BigInteger(1, sha.digest(counter));
        return digest.mod(BigInteger.valueOf(left)).intValueExact();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
