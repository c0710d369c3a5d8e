package venue.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.testkit.Duty;

class VerificationTest {

    @TempDir
    private static Path home;
    private static SmallDay day;
    private static Path archive;

    @BeforeAll
    static void tell() throws IOException {
        day = new SmallDay(home, new SmallPeople(), Lie.NONE).told();
        archive = day.bound("day.vparcel", "ARCHIVIST");
    }

    @AfterAll
    static void close() {
        day.close();
    }

    @Test
    @Duty("HOUSE-3")
    void passesEveryCheckOfAnHonestDay() {
        var verification = Verification.of(archive, Trust.read(day.trust));
        for (var result : verification.results()) {
            assertEquals(Verdict.PASS, result.verdict(), result::toString);
        }
        assertEquals(Check.values().length, verification.results().size());
        assertTrue(verification.accepted());
    }

    @Test
    void neverLooksGreenWithoutTrust() {
        var verification = Verification.of(archive, Trust.none());
        assertFalse(verification.accepted());
        assertEquals(List.of(), verification.failed());
        assertEquals(Verdict.NOT_RUN, verification.result(Check.V201).verdict());
        assertEquals(Verdict.NOT_RUN, verification.result(Check.V202).verdict());
        assertEquals(Verdict.NOT_RUN, verification.result(Check.V206).verdict());
        assertEquals(Verdict.PASS, verification.result(Check.V310).verdict());
    }

    @Test
    void saysWhyItDidNotLookAtSm2Lines() throws IOException {
        var folder = day.folder.resolve("journals/hall-1-g1/vkey-sm2.txt");
        var key = Files.readString(folder);
        Files.delete(folder);
        try {
            var verification = Verification.of(day.bound("without-sm2.vparcel", "ARCHIVIST"),
                    Trust.read(day.trust));
            var result = verification.result(Check.V212);
            assertEquals(Verdict.NOT_RUN, result.verdict());
            assertTrue(result.findings().getFirst().toString().contains("hall-1"),
                    result::toString);
            assertTrue(verification.accepted(), "the check is not required");
        } finally {
            Files.writeString(folder, key);
        }
    }

    @Test
    void answersTheCommandLine() {
        assertEquals(0, run(archive.toString(), "--trust", day.trust.toString()));
        assertTrue(printed.contains("V310"), printed);
        assertTrue(printed.contains("结论：档案完整、真实、一致，可以采信。"), printed);
        assertEquals(1, run("verify", archive.toString()));
        assertTrue(printed.contains("未执行"), printed);
        assertEquals(0, run(archive.toString(), "--trust", day.trust.toString(), "--json"));
        assertTrue(printed.contains("\"accepted\" : true"), printed);
    }

    @Test
    void saysWhatItCannotLookAt() throws IOException {
        assertEquals(2, run(home.resolve("nowhere").toString()));
        assertTrue(troubled.contains("ARCHIVE_MISSING"), troubled);
        var junk = Files.writeString(home.resolve("junk"), "no archive");
        assertEquals(2, run(junk.toString()));
        assertTrue(troubled.contains("NOT_AN_ARCHIVE"), troubled);
        assertEquals(2, run(archive.toString(), "--trust", home.resolve("none").toString()));
        assertEquals(2, run(archive.toString(), "--loud"));
        assertEquals(0, run("--help"));
    }

    @Test
    void refusesToBindAFolderThatLacksSomething() throws IOException {
        var empty = Files.createDirectories(home.resolve("empty"));
        var failure = assertThrows(VerifierFailure.class, () -> Archiving.bind(empty, "x", "y",
                day.people.token("ARCHIVIST"), day.later(), home.resolve("out")));
        assertEquals("LAYOUT_INCOMPLETE", failure.code());
        assertTrue(failure.what().contains("evaluation/report.json"), failure.what());
    }

    private String printed = "";
    private String troubled = "";

    private int run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = VerifyCommand.run(List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        printed = out.toString(StandardCharsets.UTF_8);
        troubled = err.toString(StandardCharsets.UTF_8);
        return code;
    }
}
