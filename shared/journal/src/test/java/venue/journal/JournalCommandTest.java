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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.crypto.Vault;

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

    private int run(String... words) {
        said.reset();
        return new JournalCommand(new PrintStream(said, true, UTF_8),
                name -> "PIN".equals(name) ? pin : null).run(List.of(words));
    }
}
