package venue.journal.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongFunction;

/// A log as a folder of tiles (瓦片目录, C2SP tlog-tiles), which any tool for such logs reads:
/// `checkpoint`, the hashes in `tile/<level>/…`, the leaves in `tile/entries/…`. The SM3 tree of
/// the same leaves is a log of its own and stands in the folder `sm3` beside them.
public final class Tiles {

    static final String CHECKPOINT = "checkpoint";
    private static final int MOST = 0xffff;

    private Tiles() {}

    /// The folder of one tree's log within `dir`.
    public static Path folder(Path dir, TreeHash hash) {
        return hash == TreeHash.SM3 ? dir.resolve("sm3") : dir;
    }

    /// Writes the log up to the size of the note, which must be a checkpoint of `tree`. The
    /// checkpoint is written last: what it tells of is there.
    ///
    /// @param leaf the exact bytes of each leaf
    /// @throws IllegalArgumentException if the note is of another tree, or a leaf is too long
    public static void write(Path dir, TreeHash hash, MerkleTree tree, LongFunction<byte[]> leaf,
            String checkpointNote) throws IOException {
        var checkpoint = Note.parse(checkpointNote).checkpoint();
        int size = Math.toIntExact(checkpoint.size());
        if (tree.hash() != hash || size > tree.size()
                || !tree.root(size).equals(checkpoint.root())) {
            throw new IllegalArgumentException("the note is not of this tree");
        }
        var folder = folder(dir, hash);
        for (var path : TilePath.row(TilePath.ENTRIES, size)) {
            put(folder.resolve(path.text()), bundle(path, leaf));
        }
        for (var path : TilePath.hashes(size)) {
            put(folder.resolve(path.text()), path.hashes(tree));
        }
        put(folder.resolve(CHECKPOINT), checkpointNote.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bundle(TilePath path, LongFunction<byte[]> leaf) {
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < path.width(); i++) {
            var data = leaf.apply(path.first() + i);
            if (data.length > MOST) {
                throw new IllegalArgumentException(path.text() + ": a leaf is too long");
            }
            out.write(data.length >> 8);
            out.write(data.length);
            out.writeBytes(data);
        }
        return out.toByteArray();
    }

    private static void put(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    /// Builds every tile and the root anew from the entries and compares them with the files and
    /// with the checkpoint. Who signed the checkpoint is for the caller to ask.
    ///
    /// @return the first file that does not fit, relative to the log's folder; empty if all do
    public static Optional<String> check(Path dir, TreeHash hash) throws IOException {
        return new TileCheck(folder(dir, hash), hash).run();
    }
}
