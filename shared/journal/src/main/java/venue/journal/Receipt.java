package venue.journal;

import venue.journal.proof.Note;
import venue.journal.proof.TreeHash;

/// A witness's countersignature (回执) under one of our checkpoints: it has seen the log up to there.
///
/// @param hash which of the two trees
/// @param size leaves of the countersigned checkpoint
/// @param line the cosignature/v1 line
public record Receipt(TreeHash hash, long size, String line) {

    /// A receipt for the SHA-256 tree.
    public static Receipt of(long size, String line) {
        return new Receipt(TreeHash.SHA256, size, line);
    }

    /// Who countersigned.
    public String witness() {
        return Note.Line.parse(line).name();
    }
}
