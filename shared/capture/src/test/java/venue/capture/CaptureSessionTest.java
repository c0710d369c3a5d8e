package venue.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.crypto.Bytes;
import venue.crypto.Ed25519;
import venue.domain.base.Acting;
import venue.domain.base.Decision;
import venue.domain.base.DeviceId;
import venue.domain.base.Money;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.base.TenderId;
import venue.domain.tender.Organisation;
import venue.domain.tender.Regime;
import venue.domain.tender.Tender;
import venue.domain.tender.TenderKind;
import venue.domain.witness.ExhibitKind;
import venue.domain.witness.ExhibitOrigin;
import venue.domain.witness.Watch;
import venue.domain.witness.WitnessBrief;
import venue.domain.witness.WitnessCommand;
import venue.domain.witness.WitnessEvent;
import venue.domain.witness.WitnessRefusal;
import venue.domain.witness.WitnessRules;
import venue.journal.Author;
import venue.journal.Journal;
import venue.journal.JournalKeys;
import venue.words.Language;
import venue.words.Words;

class CaptureSessionTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    private static final DeviceId DESK = new DeviceId("witness-1");
    private static final TenderId TENDER = new TenderId("A0121010020261123000101");
    private static final Acting WITNESS = new Acting(new PersonId("P-WITNESS"), "林晓雯",
            Role.WITNESS, DESK);

    @TempDir
    Path home;
    private Journal journal;
    private final WitnessRules rules = new WitnessRules(new WitnessBrief(tender(), List.of()));
    private Watch watch = Watch.NOTHING;
    private CaptureSession session;

    @BeforeEach
    void open() {
        journal = Journal.open(home.resolve("journal"),
                JournalKeys.of(Ed25519.generate(), Bytes.random(32)), DESK, () -> NINE, _ -> {});
        session = new CaptureSession(journal.blobs(), this::submit);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void keepsAFileAsItCameWithBothDigests() throws IOException {
        var file = file("a.png", "picture");
        assertInstanceOf(Decision.Accepted.class, session.keep(photo(file), known()));
        var exhibit = watch.exhibits().values().iterator().next();
        var bytes = Bytes.of("picture".getBytes(StandardCharsets.UTF_8));
        assertEquals(bytes.sha256(), exhibit.sha256().orElseThrow().hex());
        assertEquals(bytes.sm3(), exhibit.sm3().orElseThrow().hex());
        assertEquals(ExhibitOrigin.IMPORTED, exhibit.begun().origin());
        assertEquals("image/png", exhibit.kept().orElseThrow().mediaType());
        try (var in = journal.blobs().open(exhibit.sha256().orElseThrow())) {
            assertArrayEquals(bytes.array(), in.readAllBytes());
        }
        session.verify(exhibit);
    }

    @Test
    void writesTheBeginningBeforeTheFirstByte() throws IOException {
        session.keep(photo(file("a.png", "picture")), known());
        var kinds = journal.entries(TENDER).stream().map(entry -> entry.stamp().kind())
                .filter(kind -> kind.startsWith("witness.")).toList();
        assertEquals(List.of("witness.capture-began", "witness.capture-ended"), kinds);
    }

    @Test
    void takesTheSameBytesASecondTimeAsASecondExhibit() throws IOException {
        var file = file("a.png", "picture");
        session.keep(photo(file), known());
        session.keep(photo(file), known());
        var exhibits = List.copyOf(watch.exhibits().values());
        assertEquals(2, exhibits.size());
        assertEquals(Optional.of(exhibits.getFirst().id()), exhibits.getLast().duplicateOf());
    }

    @Test
    void namesAFileThatIsNotThereAndKeepsTheEntry() {
        var gone = photo(home.resolve("gone.png"));
        var failure = assertThrows(CaptureFailure.class, () -> session.keep(gone, known()));
        assertEquals("FILE_MISSING", failure.code());
        assertTrue(failure.getMessage().contains("gone.png"));
        var exhibit = watch.exhibits().values().iterator().next();
        assertFalse(exhibit.isKept());
        assertTrue(exhibit.recovery().isPresent());
    }

    @Test
    void findsACaptureThatACrashCutOff() {
        submit(new WitnessCommand.BeginCapture(Optional.empty(), ExhibitKind.PHOTO,
                ExhibitOrigin.IMPORTED, "照片", new WitnessEvent.Source("u", "", "a.png"), "", NINE,
                Optional.empty(), "00"));
        assertEquals(1, session.recover(watch));
        assertEquals(0, session.recover(watch));
        assertTrue(watch.unfinished().isEmpty());
    }

    @Test
    void marksItsOwnWindowAsCaptured() {
        session.keep(new WindowSource(Bytes.random(40), "见证台窗口", "witness-1"), known());
        assertEquals(ExhibitOrigin.CAPTURED,
                watch.exhibits().values().iterator().next().begun().origin());
    }

    @Test
    void saysTheSameInBothLanguages() {
        var words = Words.of("venue.capture", CaptureSession.class);
        assertEquals(words.keys(Language.ZH), words.keys(Language.EN));
    }

    private Decision<WitnessEvent, WitnessRefusal> submit(WitnessCommand command) {
        var decision = rules.decide(watch, command, WITNESS, NINE);
        if (decision instanceof Decision.Accepted<WitnessEvent, WitnessRefusal>(var events)) {
            journal.append(Author.of(WITNESS, TENDER), events);
            events.forEach(event -> watch = rules.after(watch, event));
        }
        return decision;
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(home.resolve(name), content);
    }

    private static FileSource photo(Path file) {
        return new FileSource(file, ExhibitKind.PHOTO, "开标室照片", "数码相机", "SN-1");
    }

    private static CaptureSession.Circumstances known() {
        return new CaptureSession.Circumstances(Optional.empty(), "第一开标室", NINE,
                Optional.empty());
    }

    private static Tender tender() {
        var organisation = new Organisation("沈阳市政工程建设中心", "91350100M000100Y43");
        return new Tender(TENDER, "A01-91210100MA0UEX7K0C-20261123-000001-E", "道路改造工程", "一标段",
                Regime.Z, TenderKind.WORKS, organisation, organisation, "第一开标室", NINE,
                Money.yuan("50000000"), 30, 10, List.of(), "合格", 300, Money.yuan("800000"),
                "2026-1");
    }
}
