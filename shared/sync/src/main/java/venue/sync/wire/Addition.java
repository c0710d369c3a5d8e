package venue.sync.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import venue.crypto.Bytes;

/// The body of `add-checkpoint` (C2SP tlog-witness): the size last countersigned, a proof that the
/// log has only grown since, and the new checkpoint.
public record Addition(long old, List<Bytes> proof, String checkpoint) {

    public Addition {
        proof = List.copyOf(proof);
        if (old < 0) {
            throw new Malformed("old size is negative");
        }
        if (proof.size() > Protocol.PROOF_LINES_MAX) {
            throw new Malformed("more than " + Protocol.PROOF_LINES_MAX + " proof lines");
        }
    }

    /// The bytes to send.
    public byte[] bytes() {
        var text = new StringBuilder("old ").append(old).append('\n');
        proof.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint).toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The addition in `bytes`, or [Malformed].
    public static Addition read(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        int gap = text.indexOf("\n\n");
        if (gap < 0) {
            throw new Malformed("no empty line before the checkpoint");
        }
        var lines = text.substring(0, gap).split("\n", -1);
        var proof = new ArrayList<Bytes>();
        for (int i = 1; i < lines.length; i++) {
            proof.add(hash(lines[i], i));
        }
        return new Addition(size(lines[0]), proof, text.substring(gap + 2));
    }

    private static long size(String line) {
        if (!line.matches("old (0|[1-9][0-9]{0,15})")) {
            throw new Malformed("first line is not \"old N\"");
        }
        return Long.parseLong(line.substring(4));
    }

    private static Bytes hash(String line, int number) {
        try {
            var hash = Base64.getDecoder().decode(line);
            if (hash.length == 32) {
                return Bytes.of(hash);
            }
        } catch (IllegalArgumentException e) {
            throw new Malformed("proof line " + number + " is not base64", e);
        }
        throw new Malformed("proof line " + number + " has not 32 bytes");
    }
}
