package venue.journal;

import venue.crypto.Bytes;

/// How far the own log has come, as printed on records and shown on the big screen.
///
/// @param note the signed checkpoint of the SHA-256 tree; empty only before the first entry
/// @param sm3Note the signed checkpoint of the SM3 tree
public record Head(Origin origin, long size, Bytes sha256Root, Bytes sm3Root, String note,
        String sm3Note) {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// The first ten base-32 characters of the SHA-256 root, for paper.
    public String brief() {
        var root = sha256Root.array();
        var text = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            int bit = i * 5;
            int pair = (root[bit / 8] & 0xff) << 8 | (root[bit / 8 + 1] & 0xff);
            text.append(BASE32.charAt(pair >> (11 - bit % 8) & 31));
        }
        return text.toString();
    }
}
