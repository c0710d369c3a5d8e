package venue.journal.proof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Builds a folder of tiles anew and finds the first file that does not fit.
final class TileCheck {

    private static final byte[] MISSING = {};

    private final Path folder;
    private final TreeHash hash;

    TileCheck(Path folder, TreeHash hash) {
        this.folder = folder;
        this.hash = hash;
    }

    Optional<String> run() throws IOException {
        var checkpoint = checkpoint();
        if (checkpoint.isEmpty()) {
            return Optional.of(Tiles.CHECKPOINT);
        }
        int size = (int) checkpoint.get().size();
        var fromLeaves = new MerkleTree(hash);
        var fromTiles = new MerkleTree(hash);
        for (var path : TilePath.row(TilePath.ENTRIES, size)) {
            var leaves = leaves(path);
            if (leaves.isEmpty()) {
                return Optional.of(path.text());
            }
            leaves.get().forEach(fromLeaves::append);
        }
        for (var path : TilePath.row(0, size)) {
            var tile = read(path);
            if (tile.length != path.width() * TreeHash.LENGTH) {
                return Optional.of(path.text());
            }
            for (int at = 0; at < tile.length; at += TreeHash.LENGTH) {
                fromTiles.appendLeaf(Arrays.copyOfRange(tile, at, at + TreeHash.LENGTH));
            }
        }
        var root = checkpoint.get().root();
        if (fromLeaves.root().equals(root)) {
            return misfit(TilePath.hashes(size), fromLeaves);
        }
        var changed = misfit(TilePath.row(TilePath.ENTRIES, size), fromTiles);
        return changed.isPresent() ? changed : Optional.of(Tiles.CHECKPOINT);
    }

    /// The first of `wanted`, and then of whatever else lies there, that is not as in `tree`.
    private Optional<String> misfit(List<TilePath> wanted, MerkleTree tree) throws IOException {
        for (var path : wanted) {
            if (!fits(path, tree)) {
                return Optional.of(path.text());
            }
        }
        for (var text : found()) {
            var path = TilePath.parse(text);
            if (path.isEmpty() || !path.get().isWithin(tree.size())
                    || !fits(path.get(), tree)) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private boolean fits(TilePath path, MerkleTree tree) throws IOException {
        if (path.level() != TilePath.ENTRIES) {
            return Arrays.equals(read(path), path.hashes(tree));
        }
        var leaves = leaves(path);
        if (leaves.isEmpty()) {
            return false;
        }
        int index = path.first();
        for (var leaf : leaves.get()) {
            if (!hash.leaf(leaf).equals(tree.leaf(index++))) {
                return false;
            }
        }
        return true;
    }

    private Optional<Checkpoint> checkpoint() throws IOException {
        try {
            var text = Files.readString(folder.resolve(Tiles.CHECKPOINT), StandardCharsets.UTF_8);
            return Optional.of(Note.parse(text).checkpoint())
                    .filter(found -> found.size() <= Integer.MAX_VALUE);
        } catch (NoSuchFileException | CharacterCodingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The leaves of a bundle; empty if it is not as long as its path says.
    private Optional<List<byte[]>> leaves(TilePath path) throws IOException {
        var bundle = ByteBuffer.wrap(read(path));
        var leaves = new ArrayList<byte[]>();
        while (bundle.remaining() >= 2) {
            int length = bundle.getShort() & 0xffff;
            if (length > bundle.remaining()) {
                return Optional.empty();
            }
            var leaf = new byte[length];
            bundle.get(leaf);
            leaves.add(leaf);
        }
        return bundle.hasRemaining() || leaves.size() != path.width()
                ? Optional.empty()
                : Optional.of(leaves);
    }

    private byte[] read(TilePath path) throws IOException {
        try {
            return Files.readAllBytes(folder.resolve(path.text()));
        } catch (NoSuchFileException e) {
            return MISSING;
        }
    }

    private Iterable<String> found() throws IOException {
        var top = folder.resolve("tile");
        var found = new TreeSet<String>();
        if (Files.isDirectory(top)) {
            try (var files = Files.walk(top)) {
                files.filter(Files::isRegularFile)
                        .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                        .forEach(found::add);
            }
        }
        return found;
    }
}
