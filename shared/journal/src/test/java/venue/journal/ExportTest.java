package venue.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.crypto.Bytes;
import venue.crypto.Ed25519;
import venue.journal.proof.MerkleTree;
import venue.journal.proof.Note;
import venue.journal.proof.TlogProof;
import venue.journal.proof.TreeHash;
import venue.journal.proof.VerifierKey;

class ExportTest {

    @TempDir
    Path dir;
    private final Hall hall = new Hall();
    private Path log;
    private String proof;
    private VerifierKey key;

    @BeforeEach
    void export() {
        var centre = Ed25519.generate();
        try (var one = hall.one(dir.resolve("one")); var two = hall.two(dir.resolve("two"))) {
            one.append(Hall.HOST, hall.prices(9));
            one.append(Hall.HOST, List.of(hall.draft("九十五分")));
            one.learnWitness(
                    new VerifierKey("centre", VerifierKey.Kind.COSIGNATURE, centre.pub()));
            var note = Note.parse(one.head().note());
            one.receipt(one.origin(), Receipt.of(one.size(),
                    note.cosignature("centre", centre, WireTest.NINE).text()));
            one.append(Hall.HOST, hall.prices(2));
            two.accept(one.range(one.origin(), 0, 100, Audience.ROOM));
            two.export(dir.resolve("room"));
            proof = one.proof(3);
            key = one.verifierKey();
            log = one.export(dir.resolve("out")).resolve("hall-1-g1");
        }
    }

    @Test
    void isEnoughForOurOwnCheck() {
        var found = ExportCheck.of(dir.resolve("out")).getFirst();
        assertEquals(13, found.size());
        assertEquals(2, ExportCheck.of(dir.resolve("room")).size());
    }

    @Test
    void leavesOutWhatIsForTheOwnDesk() throws IOException {
        var payloads = Files.readString(log.resolve("payloads.jsonl"));
        assertEquals("", payloads.split("\n", -1)[10]);
        assertTrue(payloads.contains("安静"));
        assertTrue(!payloads.contains("九十五分"));
    }

    @Test
    void carriesTheCountersignature() throws IOException {
        var note = Note.parse(Files.readString(log.resolve("receipts").resolve("11.txt")));
        assertEquals(11, note.checkpoint().size());
        assertTrue(note.lines().stream().anyMatch(line -> line.name().equals("centre")));
    }

    @ParameterizedTest
    @CsvSource({"leaves.jsonl, P-HOST, P-EVIL", "payloads.jsonl, 7654321, 7654320",
            "checkpoint.txt, /g1/s/, /g1/t/", "receipts/11.txt, '/g1|11', '/g1|12'",
            "checkpoint.txt, '/g1|13', '/g1|12'", "checkpoint-sm3.txt, 'sm3|13', 'sm3|12'"})
    void noticesAChangeInEachFile(String file, String what, String by) throws IOException {
        var text = Files.readString(log.resolve(file));
        var before = what.replace('|', '\n');
        assertTrue(text.contains(before));
        Files.writeString(log.resolve(file), text.replace(before, by.replace('|', '\n')));
        var failure = assertThrows(JournalFailure.class,
                () -> ExportCheck.of(dir.resolve("out")));
        assertEquals("DAMAGED", failure.code());
    }

    @Test
    void provesOneLeafAlone() throws IOException {
        var leaf = Files.readAllLines(log.resolve("leaves.jsonl")).get(3).getBytes(UTF_8);
        var read = TlogProof.parse(proof);
        assertEquals(3, read.index());
        assertEquals(proof, read.text());
        assertTrue(read.check(TreeHash.SHA256, leaf, List.of(key)));
        assertFalse(read.check(TreeHash.SHA256, new byte[]{1}, List.of(key)));
    }

    @Test
    void aStrangersVerifierInPythonAgrees() throws IOException, InterruptedException {
        assumeTrue(exists("python3") && exists("openssl"), "python3 or openssl is not here");
        var script = resource("verify_export.py");
        var good = run("python3", script, log.toString(), key.key().hex());
        assertTrue(good.startsWith("OK 13 leaves 12 payloads checkpoint.txt"), good);
        var leaf = Files.readAllLines(log.resolve("leaves.jsonl")).get(3).getBytes(UTF_8);
        assertEquals("OK leaf 3 of 13", run("python3", script, "proof",
                Files.writeString(dir.resolve("3.tlog-proof"), proof).toString(),
                Files.write(dir.resolve("leaf"), leaf).toString(), key.text()).strip());
        var leaves = log.resolve("leaves.jsonl");
        Files.writeString(leaves, Files.readString(leaves).replace("P-HOST", "P-EVIL"));
        assertTrue(run("python3", script, log.toString(), key.key().hex()).contains("root"));
    }

    @Test
    void theNotesAndProofsHoldForGo() throws IOException, InterruptedException {
        assumeTrue(exists("go") && Files.isDirectory(Path.of("/usr/share/gocode")),
                "Go with golang.org/x/mod is not here");
        var tree = new MerkleTree(TreeHash.SHA256);
        Files.readAllLines(log.resolve("leaves.jsonl"))
                .forEach(leaf -> tree.append(leaf.getBytes(UTF_8)));
        var lines = new ArrayList<String>();
        for (int i = 0; i < tree.size(); i++) {
            lines.add("I " + i + " " + tree.leaf(i).base64() + text(tree.inclusion(i, 13)));
            lines.add("C " + (i + 1) + " " + tree.root(i + 1).base64()
                    + text(tree.consistency(i + 1, 13)));
        }
        var proofs = Files.write(dir.resolve("proofs"), lines);
        assertEquals("OK 26 proofs", run("go", "run", resource("note_check.go"), key.text(),
                log.resolve("checkpoint.txt").toString(), proofs.toString()).strip());
    }

    @Test
    void theCommandChecksAnExport() {
        var said = new ByteArrayOutputStream();
        var command = new JournalCommand(new PrintStream(said, true, UTF_8), _ -> null);
        assertEquals(0, command.run(List.of("verify", dir.resolve("out").toString())));
        assertTrue(said.toString(UTF_8).contains("核对通过"));
        assertEquals(2, command.run(List.of("verify")));
        assertEquals(2, command.run(List.of("verify", dir.resolve("one").toString())));
        assertEquals(0, command.run(List.of("--help")));
    }

    private static String text(List<Bytes> proof) {
        var text = new StringBuilder();
        proof.forEach(hash -> text.append(' ').append(hash.base64()));
        return text.toString();
    }

    private String resource(String name) throws IOException {
        try (var in = ExportTest.class.getResourceAsStream("/" + name)) {
            var file = dir.resolve(name);
            Files.write(file, in.readAllBytes());
            return file.toString();
        }
    }

    private static boolean exists(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("GO111MODULE", "off");
        builder.environment().put("GOPATH", "/usr/share/gocode");
        builder.environment().put("GOFLAGS", "");
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return said;
    }
}
