package venue.journal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import venue.crypto.Bytes;
import venue.crypto.Ed25519;
import venue.crypto.Sm2;
import venue.journal.proof.VerifierKey.Kind;

/// Programs that do not know ours judge what we write: Python with openssl, and Go's own
/// `sumdb/note` and `sumdb/tlog`.
class StrangersTest {

    private static final String ORIGIN = "venue.hall/dev/hall-1/g1";
    private static final int SIZE = 600;

    @TempDir
    Path dir;
    private final Ed25519.Key device = Ed25519.generate();
    private final Sm2.Key sm2 = Sm2.generate();
    private final Ed25519.Key centre = Ed25519.generate();

    @BeforeEach
    void writeTiles() throws IOException {
        for (var hash : TreeHash.values()) {
            var tree = tree(hash);
            Tiles.write(dir, hash, tree, StrangersTest::leaf, note(tree, SIZE).text());
        }
    }

    @Test
    void pythonReadsOurTiles() throws IOException, InterruptedException {
        assertEquals("OK 600 entries", python("tiles", dir.toString()));
        assertEquals("OK 600 entries", python("tiles", dir.resolve("sm3").toString(), "sm3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2"})
    void pythonNamesTheTileThatWasChanged(String name) throws IOException, InterruptedException {
        change(dir.resolve(name));
        assertEquals("NOT RIGHT: " + name, python("tiles", dir.toString()));
    }

    @ParameterizedTest
    @EnumSource(TreeHash.class)
    void pythonBelievesOurProofs(TreeHash hash) throws IOException, InterruptedException {
        var tree = tree(hash);
        var file = dir.resolve("one.tlog-proof");
        var leaf = Files.write(dir.resolve("leaf"), leaf(301)).toString();
        var log = new VerifierKey(ORIGIN + hash.suffix(), Kind.ED25519, device.pub()).text();
        Files.writeString(file, TlogProof.of(tree, 301, note(tree, 599)).text());
        assertEquals("OK leaf 301 of 599", python("proof", file.toString(), leaf, log));
        Files.writeString(file, TlogProof.of(tree, 300, note(tree, 599)).text());
        assertEquals("NOT RIGHT: proof root", python("proof", file.toString(), leaf, log));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void opensslAcceptsEveryKindOfSignature(Kind kind) throws IOException, InterruptedException {
        var file = dir.resolve("checkpoint");
        var key = switch (kind) {
            case ED25519 -> new VerifierKey(ORIGIN, kind, device.pub());
            case COSIGNATURE -> new VerifierKey("centre", kind, centre.pub());
            case SM2 -> new VerifierKey(ORIGIN, kind, sm2.pub());
        };
        assertEquals("OK signed by " + key.name(), python("note", file.toString(), key.text()));
        Files.writeString(file, Files.readString(file).replace("\n600\n", "\n601\n"));
        assertEquals("NOT RIGHT: signature", python("note", file.toString(), key.text()));
    }

    @Test
    void goReadsOurTiles() throws IOException, InterruptedException {
        assertEquals("OK 600 leaves in tiles", go(dir));
    }

    @ParameterizedTest
    @CsvSource({"tile/entries/001, leaf 511", "tile/0/001, leaf 511",
            "tile/0/002.p/88, inconsistent", "tile/1/000.p/2, inconsistent"})
    void goFindsTheFileThatWasChanged(String name, String problem)
            throws IOException, InterruptedException {
        change(dir.resolve(name));
        var said = go(dir);
        assertTrue(said.contains(problem), said);
    }

    @Test
    void goBelievesOurProofs() throws IOException, InterruptedException {
        var tree = tree(TreeHash.SHA256);
        var lines = new ArrayList<String>();
        for (int i = 0; i < SIZE; i += 7) {
            lines.add(line("I", i, tree.leaf(i).base64(), tree.inclusion(i, SIZE)));
            lines.add(line("C", i + 1, tree.root(i + 1).base64(), tree.consistency(i + 1, SIZE)));
        }
        var file = dir.resolve("proofs");
        Files.write(file, lines);
        assertEquals("OK " + lines.size() + " proofs", go(file));
        Files.writeString(file, line("I", 8, tree.leaf(7).base64(), tree.inclusion(8, SIZE)));
        assertTrue(go(file).contains("invalid"), go(file));
    }

    private static String line(String kind, int number, String hash,
            List<Bytes> proof) {
        var text = new StringBuilder(kind).append(' ').append(number).append(' ').append(hash);
        proof.forEach(each -> text.append(' ').append(each.base64()));
        return text.toString();
    }

    /// The device's line is the first; the others must not disturb who does not know them.
    private Note note(MerkleTree tree, int size) {
        var origin = ORIGIN + tree.hash().suffix();
        var note = new Note(new Checkpoint(origin, size, tree.root(size)).body(), List.of())
                .signed(origin, device).signed(origin, sm2);
        return note.with(
                note.cosignature("centre", centre, Instant.parse("2026-03-24T01:00:00Z")));
    }

    private static MerkleTree tree(TreeHash hash) {
        var tree = new MerkleTree(hash);
        for (int i = 0; i < SIZE; i++) {
            tree.append(leaf(i));
        }
        return tree;
    }

    private static byte[] leaf(long index) {
        return ("{\"seq\":" + index + ",\"at\":\"评标室\"}").getBytes(UTF_8);
    }

    /// The last bit of a file.
    private static void change(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
    }

    private String python(String... arguments) throws IOException, InterruptedException {
        assumeTrue(exists("python3"), "python3 is not here");
        assumeTrue(exists("openssl"), "openssl is not here");
        var command = new ArrayList<>(List.of("python3", resource("verify_export.py")));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private String go(Path what) throws IOException, InterruptedException {
        assumeTrue(exists("go"), "go is not here");
        assumeTrue(Files.isDirectory(Path.of("/usr/share/gocode/src/golang.org/x/mod/sumdb")),
                "golang.org/x/mod is not here");
        var key = new VerifierKey(ORIGIN, Kind.ED25519, device.pub()).text();
        return run(List.of("go", "run", resource("note_check.go"), key,
                dir.resolve("checkpoint").toString(), what.toString()));
    }

    private String resource(String name) throws IOException {
        try (var in = StrangersTest.class.getResourceAsStream("/" + name)) {
            var file = dir.resolve(name);
            Files.write(file, Objects.requireNonNull(in).readAllBytes());
            return file.toString();
        }
    }

    private static boolean exists(String program) {
        return Pattern.compile(":").splitAsStream(System.getenv("PATH"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("GO111MODULE", "off");
        builder.environment().put("GOPATH", "/usr/share/gocode");
        builder.environment().put("GOFLAGS", "");
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return said.strip();
    }
}
