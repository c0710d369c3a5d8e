package venue.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The corpus of bad archives: each must fail the one check that is there for it, and no other.
class TamperingTest {

    private static final SmallPeople PEOPLE = new SmallPeople();
    private static final Set<Check> COVERED = new HashSet<>();

    @TempDir
    private static Path home;
    private static SmallDay honest;

    @BeforeAll
    static void tell() throws IOException {
        honest = new SmallDay(home.resolve("honest"), PEOPLE, Lie.NONE).told();
    }

    @AfterAll
    static void leavesNoCheckUntried() {
        honest.close();
        var optional = Arrays.stream(Check.values()).filter(check -> !check.required()).toList();
        for (var check : Check.values()) {
            if (!optional.contains(check) || check == Check.V212) {
                assertEquals(true, COVERED.contains(check), () -> check + " has no bad archive");
            }
        }
    }

    /// Somebody with all keys wrote something false into the day itself.
    @ParameterizedTest(name = "{0} fails {1}")
    @CsvSource({"FALSE_SIGNATURE, V207", "FALSE_BALLOT_SIGNATURE, V208", "OTHER_BALLOT, V209",
            "WRONG_DESK, V210", "WORDS, V305", "DRAW, V306", "OFFER, V307", "REVIEW, V308",
            "BENCHMARK, V309", "CANDIDATES, V310", "CHAIR, V311", "EARLY_REVEAL, V312",
            "CUSTODY, V402", "UNCERTIFIED, V213", "STRANGE_APPROVER, V214",
            "SIGHTING, V216"})
    void findsALieToldFromTheBeginning(Lie lie, Check check) throws IOException {
        try (var day = new SmallDay(home.resolve(lie.name()), PEOPLE, lie).told()) {
            expect(check, day.bound("day.vparcel", "ARCHIVIST"), day.trust);
        }
    }

    /// A dishonest archivist changes a file and binds the archive anew.
    @ParameterizedTest(name = "{0} of {1} fails {3}")
    @CsvSource(textBlock = """
            drop,    documents/witness-report.pdf,                     '',    V101
            replace, opening/record.json,                 '"lateX":',    V103
            cut,     journals/seat-3-g1,                               '',    V104
            blank,   journals/seat-3-g1,     evaluation.ballot-revealed,    V105
            drop,    documents/opening-record.P-HOST.p7s,              '',    V106
            drop,    opening/bids/91210100MA0TEX001,                   '',    V107
            unsign,  journals/hall-1-g1/checkpoint.txt,                '',    V202
            unsession, journals/hall-1-g1/checkpoint.txt,              '',    V203
            leaf,    journals/hall-1-g1/leaves.jsonl,                  '',    V204
            payload, journals/hall-1-g1/payloads.jsonl,                '',    V205
            uncosign, journals/seat-1-g1,                              '',    V206
            unsm2,   journals/hall-1-g1/checkpoint-sm3.txt,            '',    V212
            index,   journals/hall-1-g1/proofs/3.tlog-proof,           '',    V215
            tile,    journals/hall-1-g1/tiles/tile/0,                  '',    V215
            drop,    journals/hall-1-g1/tiles/sm3/tile/entries,        '',    V215
            append,  documents/evaluation-report.pdf,                  '',    V301
            present, opening/record.json,                              '',    V302
            ceiling, tender/evaluation-brief.json,                     '',    V303
            manager, opening/bids/91210100MA0TEX002,                   '',    V304
            append,  witness/exhibits/E001-witness-1/original.jpg,     '',    V401
            """)
    void findsWhatAnArchivistChanged(String how, String where, String what, Check check)
            throws IOException {
        var copy = home.resolve(check + how);
        copy(honest.folder, copy);
        new Bending(copy).bend(how, where, what);
        var out = home.resolve(check + how + ".vparcel");
        bindAsIs(copy, out);
        expect(check, out, honest.trust);
    }

    @Test
    void findsAnArchiveThatNobodyKnownHasSigned() throws IOException {
        expect(Check.V201, honest.bound("stranger", "STRANGER"), honest.trust);
    }

    @Test
    void findsAChangedByte() throws IOException {
        var archive = honest.bound("flipped", "ARCHIVIST");
        var bent = home.resolve("flipped-copy");
        rewrite(archive, bent, "README-VERIFY.txt", content -> {
            content[content.length / 2] ^= 1;
            return content;
        });
        expect(Check.V102, bent, honest.trust);
    }

    private static void expect(Check check, Path archive, Path trust) {
        var verification = Verification.of(archive, Trust.read(trust));
        assertEquals(List.of(check), verification.failed(), () -> verification.results().stream()
                .filter(result -> result.verdict() == Verdict.FAIL).toList().toString());
        assertFalse(verification.result(check).findings().isEmpty());
        assertFalse(verification.accepted());
        COVERED.add(check);
    }

    /// Binds without looking whether the layout is complete, as somebody dishonest would.
    private static void bindAsIs(Path folder, Path out) throws IOException {
        try (var files = Files.walk(folder)) {
            var parts = files.filter(Files::isRegularFile).sorted()
                    .map(file -> new venue.parcel.Parcel.Part(
                            folder.relativize(file).toString(), file))
                    .toList();
            venue.parcel.Parcel.write(out,
                    new venue.parcel.Parcel.Label("archive", SmallTender.ID.value(), "某管廊工程"),
                    parts, PEOPLE.token("ARCHIVIST"), List.of(), honest.later());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        honest.bound("for-copy", "ARCHIVIST");
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void rewrite(Path from, Path to, String name, UnaryOperator<byte[]> change)
            throws IOException {
        try (var in = new ZipInputStream(Files.newInputStream(from), StandardCharsets.UTF_8);
                var out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var content = in.readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(entry.getName().equals(name) ? change.apply(content) : content);
                out.closeEntry();
            }
        }
    }
}
