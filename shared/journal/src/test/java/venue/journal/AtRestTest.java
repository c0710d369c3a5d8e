package venue.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.domain.base.Digest;
import venue.domain.base.Fact;
import venue.domain.base.Money;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.evaluation.EvaluationEvent;
import venue.domain.evaluation.Relation;
import venue.domain.opening.BidFile;
import venue.domain.opening.Objection;
import venue.domain.opening.OpeningEvent;
import venue.domain.opening.Probes;
import venue.domain.tender.BidSheet;
import venue.domain.witness.WatchStage;
import venue.domain.witness.WitnessEvent;

/// What a thief of the disk can read: nothing that a person typed or that was captured.
class AtRestTest {

    private static final String NAME = "沈阳安静建设有限公司";
    private static final String EXPERT = "钱学艺教授";
    private static final String NOTE = "评标室门口有人递纸条";
    private static final String MANAGER = "欧阳工";
    private static final String WORDS = "捌仟柒佰陆拾伍万肆仟叁佰贰拾壹元零玖分";
    private static final List<String> PRICES = List.of("87654321.09", "87654321", "87,654,321.09",
            "8765432109");
    private static final Digest DIGEST = new Digest("ab".repeat(32));

    @TempDir
    Path top;

    @Test
    void nothingThatAPersonTypedOrCapturedCanBeReadFromTheDisk() throws IOException {
        var dir = top.resolve("journal");
        var hall = new Hall();
        var journal = Journal.open(dir, hall.oneKeys, Hall.ONE, hall.clock(), _ -> {});
        var captured = "%s %s %s %s %s".formatted(NAME, EXPERT, NOTE, WORDS, PRICES);
        var blob = journal.blobs().put(new ByteArrayInputStream(captured.getBytes(UTF_8)));
        journal.blobs().put(new ByteArrayInputStream(captured.getBytes(UTF_16LE)));
        journal.append(Hall.HOST, opening(hall));
        journal.append(person("E-7", EXPERT, Role.EXPERT), evaluation(hall));
        journal.append(person("W-1", "见证人关山", Role.WITNESS), witness(hall));
        var open = copied(dir, "open");
        journal.close();
        var closed = copied(dir, "closed");

        for (var copy : List.of(open, closed)) {
            assertEquals(Set.of(), found(copy, secrets()));
            assertFalse(found(copy, List.of(Hall.TENDER.value())).isEmpty());
            assertFalse(found(copy, List.of("opening.bid-decrypted")).isEmpty());
        }
        assertHolds(dir, hall, blob, captured);
    }

    /// The strings were there to be found: the journal itself gives them all back.
    private static void assertHolds(Path dir, Hall hall, Digest blob, String captured)
            throws IOException {
        try (var journal = Journal.open(dir, hall.oneKeys, Hall.ONE, hall.clock(), _ -> {});
                var in = journal.blobs().open(blob)) {
            assertEquals(captured, new String(in.readAllBytes(), UTF_8));
            var told = journal.entries(Hall.TENDER).toString();
            for (var secret : List.of(NAME, EXPERT, NOTE, MANAGER, WORDS, PRICES.getFirst(),
                    WireTest.AN.value())) {
                assertTrue(told.contains(secret), secret);
            }
        }
    }

    @Test
    void theSearchFindsEveryFormOfASecret() throws IOException {
        for (var form : forms(NAME)) {
            var planted = Files.createTempDirectory(top, "planted");
            Files.write(planted.resolve("file"), ("....." + form + "...").getBytes(ISO_8859_1));
            assertEquals(Set.of(NAME + " in file"), found(planted, List.of(NAME)));
        }
        assertEquals(7, forms(NAME).size());
    }

    private static List<String> secrets() {
        var secrets = new ArrayList<>(
                List.of(NAME, EXPERT, NOTE, MANAGER, WORDS, "关山", WireTest.AN.value()));
        secrets.addAll(PRICES);
        return secrets;
    }

    private static List<Fact> opening(Hall hall) {
        var at = hall.clock().instant();
        var sheet = new BidSheet(WireTest.AN, NAME, Money.yuan("87654321.09"), WORDS, 300, "合格",
                MANAGER, "辽121", Money.yuan("500000.00"), "保函", NOTE);
        return List.of(
                new OpeningEvent.BidderSignedIn(WireTest.AN, MANAGER, NOTE, false, at),
                new OpeningEvent.BidDecrypted(WireTest.AN, sheet,
                        List.of(new BidFile(NAME + ".pdf", 7, DIGEST)),
                        new Probes("", "", true, MANAGER, NOTE), List.of(), "01", at),
                new OpeningEvent.ObjectionRaised(1, WireTest.AN, MANAGER,
                        Objection.Topic.values()[0], NOTE, at));
    }

    private static List<Fact> evaluation(Hall hall) {
        var at = hall.clock().instant();
        var member = new PersonId("E-7");
        return List.of(new EvaluationEvent.MemberSignedIn(member, Hall.ONE, at),
                new EvaluationEvent.ExpertRecused(member, Relation.FAMILY, NOTE, at),
                new EvaluationEvent.DissentFiled(member, EXPERT + NOTE + PRICES, at));
    }

    private static List<Fact> witness(Hall hall) {
        var at = hall.clock().instant();
        var by = new PersonId("W-1");
        return List.of(
                new WitnessEvent.LogNoted(WatchStage.EVALUATION, NOTE + EXPERT + NAME, by, at),
                new WitnessEvent.StageEnded(WatchStage.EVALUATION, WORDS, by, at));
    }

    private static Author person(String id, String name, Role role) {
        return new Author(new PersonId(id), name, role, Hall.TENDER);
    }

    private Path copied(Path from, String name) throws IOException {
        var to = top.resolve(name);
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    /// Every secret with the file that it was found in, in its bytes or in its name.
    private static Set<String> found(Path dir, List<String> secrets) throws IOException {
        var found = new LinkedHashSet<String>();
        try (var files = Files.walk(dir)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var raw = new String(Files.readAllBytes(file), ISO_8859_1);
                for (var secret : secrets) {
                    if (file.toString().contains(secret)
                            || forms(secret).stream().anyMatch(raw::contains)) {
                        found.add(secret + " in " + dir.relativize(file));
                    }
                }
            }
        }
        return found;
    }

    /// How a text may stand in a file, byte by byte: three encodings, hexadecimal, and base64 at
    /// each of the three places in a group of bytes.
    private static List<String> forms(String text) {
        var utf8 = text.getBytes(UTF_8);
        var forms = new ArrayList<>(List.of(new String(utf8, ISO_8859_1),
                new String(text.getBytes(UTF_16BE), ISO_8859_1),
                new String(text.getBytes(UTF_16LE), ISO_8859_1),
                HexFormat.of().formatHex(utf8)));
        for (int before = 0; before < 3; before++) {
            var shifted = new byte[before + utf8.length];
            System.arraycopy(utf8, 0, shifted, before, utf8.length);
            var base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int from = before == 0 ? 0 : before + 1;
            int to = base64.length() - (shifted.length % 3 == 0 ? 0 : 1);
            forms.add(base64.substring(from, to));
        }
        return forms;
    }
}
