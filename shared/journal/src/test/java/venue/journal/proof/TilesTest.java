package venue.journal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import venue.crypto.Ed25519;

class TilesTest {

    private static final String ORIGIN = "venue.hall/dev/hall-1/g1";

    @TempDir
    Path dir;

    @ParameterizedTest
    @EnumSource(TreeHash.class)
    void readsBackWhatItWrote(TreeHash hash) throws IOException {
        for (int size : new int[]{0, 1, 2, 255, 256, 257, 600}) {
            var folder = dir.resolve("of" + size);
            write(folder, hash, size, size);
            assertEquals(Optional.empty(), Tiles.check(folder, hash), "size " + size);
        }
    }

    @ParameterizedTest(name = "{0} leaves")
    @CsvSource({"0, ''", "1, 0/000.p/1 entries/000.p/1",
            "256, 0/000 1/000.p/1 entries/000",
            "600, 0/000 0/001 0/002.p/88 1/000.p/2 entries/000 entries/001 entries/002.p/88"})
    void namesFilesAsPublished(int size, String names) throws IOException {
        write(dir, TreeHash.SHA256, size, size);
        assertEquals(names, files().stream().filter(file -> file.startsWith("tile/"))
                .map(file -> file.substring(5)).collect(Collectors.joining(" ")));
    }

    /// The example of the specification: 273 full tiles, one of 112; one full tile, one of 17; one
    /// of a single hash.
    @Test
    void seventyThousandLeavesHaveThePublishedTiles() {
        var tiles = TilePath.hashes(70_000).stream().map(TilePath::text).toList();
        assertEquals("tile/0/272", tiles.get(272));
        assertEquals(List.of("tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17",
                "tile/2/000.p/1"), tiles.subList(273, tiles.size()));
    }

    @ParameterizedTest
    @CsvSource({"1234067, tile/0/x001/x234/067", "0, tile/0/000", "1000, tile/0/x001/000"})
    void longNumbersStandInFolders(int number, String text) {
        var path = new TilePath(0, number, 256);
        assertEquals(text, path.text());
        assertEquals(Optional.of(path), TilePath.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/0/0", "tile/00/000", "tile/0/000.p/0", "tile/0/000.p/256",
            "tile/0/x000/001", "tile/0/001/000", "tile/leaves/000", "tile/0/000.p/01",
            "tile/0/000/", "checkpoint"})
    void otherNamesAreNoTiles(String text) {
        assertEquals(Optional.empty(), TilePath.parse(text));
    }

    @Test
    void anEntryBundleHasItsLengthsInTwoBytes() throws IOException {
        write(dir, TreeHash.SHA256, 2, 2);
        assertArrayEquals("\0\6leaf 0\0\6leaf 1".getBytes(UTF_8),
                Files.readAllBytes(dir.resolve("tile/entries/000.p/2")));
    }

    @ParameterizedTest
    @EnumSource(TreeHash.class)
    void namesTheFileThatWasChanged(TreeHash hash) throws IOException {
        write(dir, hash, 300, 300);
        for (var name : files()) {
            var file = dir.resolve(name);
            var good = Files.readAllBytes(file);
            for (int at : new int[]{0, good.length / 2, good.length - 1}) {
                var bad = good.clone();
                bad[at] ^= 1;
                Files.write(file, bad);
                var told = Tiles.check(dir, hash);
                var log = Tiles.folder(dir, hash);
                if (!name.endsWith("checkpoint")) {
                    assertEquals(Optional.of(log.relativize(file).toString()), told);
                }
            }
            Files.write(file, Arrays.copyOf(good, good.length - 1));
            assertFalse(Tiles.check(dir, hash).isEmpty(), name + " cut");
            Files.delete(file);
            assertFalse(Tiles.check(dir, hash).isEmpty(), name + " gone");
            Files.write(file, good);
        }
        assertEquals(Optional.empty(), Tiles.check(dir, hash));
    }

    @Test
    void aCheckpointOfAnotherTreeDoesNotFit() throws IOException {
        write(dir, TreeHash.SHA256, 300, 300);
        var other = tree(TreeHash.SHA256, 299);
        other.append(new byte[]{1});
        Files.writeString(dir.resolve("checkpoint"), note(other, 300));
        assertEquals(Optional.of("checkpoint"), Tiles.check(dir, TreeHash.SHA256));
    }

    @Test
    void leavesAndTilesChangedTogetherDoNotFit() throws IOException {
        write(dir.resolve("a"), TreeHash.SHA256, 300, 300);
        var checkpoint = Files.readString(dir.resolve("a/checkpoint"));
        var other = tree(TreeHash.SHA256, 0);
        for (int i = 0; i < 300; i++) {
            other.append(new byte[]{1});
        }
        Tiles.write(dir.resolve("b"), TreeHash.SHA256, other, _ -> new byte[]{1},
                note(other, 300));
        Files.writeString(dir.resolve("b/checkpoint"), checkpoint);
        assertEquals(Optional.of("checkpoint"), Tiles.check(dir.resolve("b"), TreeHash.SHA256));
    }

    @Test
    void writesUpToTheCheckpointOnly() throws IOException {
        write(dir, TreeHash.SHA256, 400, 300);
        assertEquals(Set.of("checkpoint", "tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1",
                "tile/entries/000", "tile/entries/001.p/44"), files());
        assertEquals(Optional.empty(), Tiles.check(dir, TreeHash.SHA256));
    }

    @Test
    void olderPartsMayStayAndStrangersMayNot() throws IOException {
        write(dir, TreeHash.SHA256, 250, 250);
        write(dir, TreeHash.SHA256, 300, 300);
        assertEquals(Optional.empty(), Tiles.check(dir, TreeHash.SHA256));
        var old = dir.resolve("tile/0/000.p/250");
        var good = Files.readAllBytes(old);
        good[7] ^= 1;
        Files.write(old, good);
        assertEquals(Optional.of("tile/0/000.p/250"), Tiles.check(dir, TreeHash.SHA256));
        Files.delete(old);
        Files.writeString(dir.resolve("tile/0/002"), "");
        assertEquals(Optional.of("tile/0/002"), Tiles.check(dir, TreeHash.SHA256));
    }

    @Test
    void refusesTheNoteOfAnotherTree() {
        var tree = tree(TreeHash.SHA256, 5);
        assertThrows(IllegalArgumentException.class, () -> Tiles.write(dir, TreeHash.SHA256,
                tree(TreeHash.SHA256, 4), TilesTest::leaf, note(tree, 5)));
        assertThrows(IllegalArgumentException.class, () -> Tiles.write(dir, TreeHash.SM3,
                tree, TilesTest::leaf, note(tree, 5)));
        assertThrows(IllegalArgumentException.class, () -> Tiles.write(dir, TreeHash.SHA256,
                tree, _ -> new byte[65_536], note(tree, 5)));
    }

    private static void write(Path folder, TreeHash hash, int leaves, int size)
            throws IOException {
        var tree = tree(hash, leaves);
        Tiles.write(folder, hash, tree, TilesTest::leaf, note(tree, size));
    }

    private Set<String> files() throws IOException {
        try (var walk = Files.walk(dir)) {
            return walk.filter(Files::isRegularFile).map(file -> dir.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String note(MerkleTree tree, int size) {
        var body = new Checkpoint(ORIGIN, size, tree.root(size)).body();
        return new Note(body, List.of()).signed(ORIGIN, Ed25519.generate()).text();
    }

    private static MerkleTree tree(TreeHash hash, int size) {
        var tree = new MerkleTree(hash);
        for (int i = 0; i < size; i++) {
            tree.append(leaf(i));
        }
        return tree;
    }

    private static byte[] leaf(long index) {
        return ("leaf " + index).getBytes(UTF_8);
    }
}
