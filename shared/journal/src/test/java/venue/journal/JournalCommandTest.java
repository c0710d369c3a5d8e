package venue.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.crypto.Vault;
import venue.journal.proof.TlogProof;
import venue.journal.proof.TreeHash;
import venue.journal.proof.VerifierKey;

class JournalCommandTest {

    @TempDir
    Path dir;
    private final Hall hall = new Hall();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private String pin = "246810";

    @BeforeEach
    void enrol() throws IOException {
        Files.writeString(dir.resolve("station.json"), "{\"device\":\"hall-1\"}");
        Vault.create(dir.resolve("station.vault"), pin.toCharArray(),
                Map.of("device.seed", hall.oneKeys.device().seed().array(), "data.key",
                        hall.oneKeys.dataKey().array()))
                .close();
        Journal.open(dir.resolve("journal"), hall.oneKeys, Hall.ONE, hall.clock(), _ -> {})
                .close();
    }

    @Test
    void verifiesAWorkstationAndItsJournalFolder() {
        assertEquals(0, run("verify", dir.toString(), "--pin-env", "PIN"));
        assertEquals(0, run("verify", dir.resolve("journal").toString(), "--pin-env", "PIN"));
        assertTrue(said.toString(UTF_8).contains("日志 hall-1/g1：2 条"), said.toString(UTF_8));
    }

    @Test
    void showsTheNewestEntries() {
        assertEquals(0, run("tail", dir.toString(), "--pin-env", "PIN", "1"));
        assertTrue(said.toString(UTF_8).contains("session.session-closed"));
        assertTrue(!said.toString(UTF_8).contains("session.session-opened"));
    }

    @Test
    void leavesTheJournalAsItIs() {
        run("verify", dir.toString(), "--pin-env", "PIN");
        try (var journal = Journal.open(dir.resolve("journal"), hall.oneKeys, Hall.ONE,
                hall.clock(), _ -> {})) {
            assertEquals(3, journal.size());
        }
    }

    @Test
    void saysWhatIsWrongAndExitsWithOne() throws SQLException {
        try (var db = DriverManager
                .getConnection("jdbc:sqlite:" + dir.resolve("journal").resolve("journal.db"));
                var statement = db.createStatement()) {
            statement.execute("DROP TRIGGER leaf_no_UPDATE");
            statement.execute("UPDATE leaf SET h256=zeroblob(32) WHERE seq=1");
        }
        assertEquals(1, run("verify", dir.toString(), "--pin-env", "PIN"));
        assertTrue(said.toString(UTF_8).contains("hall-1/g1 第 1 条"));
        pin = "000000";
        assertEquals(1, run("verify", dir.toString(), "--pin-env", "PIN"));
    }

    @Test
    void exitsWithTwoWhenCalledWrongly() {
        assertEquals(2, run("verify", dir.toString()));
        assertEquals(2, run("look"));
        assertEquals(2, run("tail", dir.toString(), "--pin-env", "PIN", "many"));
        assertEquals(0, run("--help"));
    }

    @Test
    void refusesUnknownOptionsAndVerbsByName() {
        assertEquals(2, run("verify", dir.toString(), "--deep"));
        assertTrue(said.toString(UTF_8).contains("--deep"));
        assertEquals(2, run("look", dir.toString()));
        assertTrue(said.toString(UTF_8).contains("look"));
        assertEquals(2, run("backup", dir.toString(), "--pin-env"));
        assertTrue(said.toString(UTF_8).contains("--pin-env"));
    }

    @Test
    void helpsInBothLanguages() {
        assertEquals(0, run("backup", "--help"));
        assertTrue(said.toString(UTF_8).contains("用法"));
        assertTrue(said.toString(UTF_8).contains("Usage"));
    }

    @Test
    void exportsTilesAndProofsThatHold() throws IOException {
        var out = dir.resolve("out");
        assertEquals(0, run("export", dir.toString(), out.toString(), "--tiles", "--proofs", "0,1",
                "--pin-env", "PIN"), said.toString(UTF_8));
        assertEquals(0, run("verify", out.toString()), said.toString(UTF_8));
        assertTrue(said.toString(UTF_8).contains("tiles"));
        var log = out.resolve("hall-1-g1");
        var proof = TlogProof.parse(Files.readString(log.resolve("proofs/1.tlog-proof")));
        var key = VerifierKey.parse(Files.readString(log.resolve("vkey.txt")).strip());
        var leaf = Files.readAllLines(log.resolve("leaves.jsonl")).get(1);
        assertTrue(proof.check(TreeHash.SHA256, leaf.getBytes(UTF_8), List.of(key)));
        Files.writeString(log.resolve("tiles/checkpoint"), "x");
        assertEquals(1, run("verify", out.toString()));
    }

    @Test
    void backsUpVerifiesCompactsAndForecasts() {
        var stick = dir.resolve("stick").toString();
        assertEquals(0, run("backup", dir.toString(), stick, "--pin-env", "PIN"),
                said.toString(UTF_8));
        assertEquals(0, run("verify", stick, "--station", dir.toString(), "--pin-env", "PIN"),
                said.toString(UTF_8));
        assertEquals(0, run("compact", dir.toString(), "--pin-env", "PIN"),
                said.toString(UTF_8));
        assertEquals(0, run("forecast", dir.toString()), said.toString(UTF_8));
        assertTrue(said.toString(UTF_8).contains("磁盘剩余"));
    }

    @Test
    void restoresWithTwoMediaAndNotWithOne() throws IOException {
        var approvers = new Approvers(dir);
        var one = approvers.medium("宋监督", "P-SUP") + ":SUP";
        var two = approvers.medium("李技术", "P-TECH") + ":TECH";
        var stick = dir.resolve("stick").toString();
        assertEquals(0, run("backup", dir.toString(), stick, "--pin-env", "PIN"));
        Files.delete(dir.resolve("journal/journal.db"));
        assertEquals(1, run("restore", stick, dir.toString(), "--pin-env", "PIN", "--reason",
                "硬盘损坏，用备份恢复后继续", "--approve", one));
        assertTrue(said.toString(UTF_8).contains("venue-restoration/v1\n"));
        assertEquals(2, run("tail", dir.toString(), "--pin-env", "PIN"));
        assertEquals(0, run("restore", stick, dir.toString(), "--pin-env", "PIN", "--reason",
                "硬盘损坏，用备份恢复后继续", "--approve", one, "--approve", two),
                said.toString(UTF_8));
        try (var journal = Journal.open(dir.resolve("journal"), hall.oneKeys, Hall.ONE,
                InstantSource.system(), _ -> {})) {
            assertEquals(new Origin(Hall.ONE, 2), journal.origin());
        }
        assertEquals(0, run("verify", dir.toString(), "--pin-env", "PIN"),
                said.toString(UTF_8));
    }

    private int run(String... words) {
        said.reset();
        return new JournalCommand(new PrintStream(said, true, UTF_8),
                name -> switch (String.valueOf(name)) {
                    case "PIN" -> pin;
                    case "SUP", "TECH" -> Approvers.PIN;
                    default -> null;
                }).run(List.of(words));
    }
}
