package venue.journal.proof;

import venue.crypto.Bytes;

/// How far a log has come (检查点): origin, number of leaves, root (C2SP tlog-checkpoint).
///
/// @param origin `…/dev/<device>/g<generation>`, with `/sm3` at the end for the SM3 tree
public record Checkpoint(String origin, long size, Bytes root) {

    /// The signed text: three lines, no more.
    public String body() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /// Reads the body of a note.
    ///
    /// @throws IllegalArgumentException if it is not exactly what [#body] writes
    public static Checkpoint parse(String body) {
        var lines = body.split("\n", -1);
        if (lines.length != 4 || !lines[3].isEmpty() || !lines[1].matches("0|[1-9][0-9]{0,14}")) {
            throw new IllegalArgumentException("not a checkpoint");
        }
        var checkpoint = new Checkpoint(lines[0], Long.parseLong(lines[1]),
                Bytes.fromBase64(lines[2]));
        if (!checkpoint.body().equals(body) || checkpoint.root().length() != 32) {
            throw new IllegalArgumentException("not a checkpoint");
        }
        return checkpoint;
    }
}
