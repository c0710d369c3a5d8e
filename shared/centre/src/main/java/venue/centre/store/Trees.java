package venue.centre.store;

import java.util.List;
import venue.crypto.Bytes;
import venue.journal.proof.Checkpoint;
import venue.journal.proof.MerkleTree;
import venue.journal.proof.Proofs;
import venue.journal.proof.TreeHash;

/// Both trees of one log as the centre holds it.
final class Trees {

    private final MerkleTree sha256 = new MerkleTree(TreeHash.SHA256);
    private final MerkleTree sm3 = new MerkleTree(TreeHash.SM3);

    MerkleTree of(TreeHash hash) {
        return switch (hash) {
            case SHA256 -> sha256;
            case SM3 -> sm3;
        };
    }

    long size() {
        return sha256.size();
    }

    void append(byte[] leaf) {
        sha256.append(leaf);
        sm3.append(leaf);
    }

    /// Whether what is held is the beginning of the log that `checkpoint` signs.
    boolean leadsTo(TreeHash hash, Checkpoint checkpoint, List<Bytes> proof) {
        var tree = of(hash);
        return checkpoint.size() == tree.size()
                ? checkpoint.root().equals(tree.root())
                : Proofs.consistent(hash, tree.size(), checkpoint.size(), proof, tree.root(),
                        checkpoint.root());
    }
}
