package venue.bidopen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import venue.bidopen.session.Holders;
import venue.bidopen.session.Rescuing;
import venue.bidopen.session.TenderSide;
import venue.bidopen.session.Unsealing;
import venue.bidopen.session.Workplace;
import venue.crypto.Bytes;
import venue.crypto.Detached;
import venue.crypto.Progress;
import venue.crypto.RescueCode;
import venue.crypto.threshold.ThresholdFailure;
import venue.domain.base.Acting;
import venue.domain.base.Decision;
import venue.domain.base.DeviceId;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.opening.Bid;
import venue.domain.opening.DecryptionCode;
import venue.domain.opening.KeyCard;
import venue.domain.opening.KeyTable;
import venue.domain.opening.Opening;
import venue.domain.opening.OpeningCommand;
import venue.domain.opening.OpeningEvent;
import venue.domain.opening.OpeningRefusal;
import venue.domain.opening.OpeningRules;
import venue.domain.opening.Probes;
import venue.domain.opening.Staff;
import venue.words.Failure;

/// The holders' desk and the remedies, on bids really sealed, without a window. The fourth
/// bidder's certificate is gone; it has a rescue code and a backup.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RemedyTest {

    private static final PersonId HOST = new PersonId("P-HOST");
    private static final PersonId AGENCY = new PersonId("P-AGENCY");
    private static final Acting BY_HOST = new Acting(HOST, "陈静怡", Role.HOST,
            new DeviceId("hall-1"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path home;
    @SuppressWarnings("NullAway.Init")
    private static SampleHall hall;
    @SuppressWarnings("NullAway.Init")
    private Workplace place;
    @SuppressWarnings("NullAway.Init")
    private TenderSide side;
    private final OpeningRules rules = new OpeningRules();
    private Opening opening = rules.beginning();

    @BeforeAll
    static void prepare() {
        hall = new SampleHall(home);
    }

    @BeforeEach
    void open() {
        place = Workplace.open(hall.station(), SampleHall.STATION_PIN.toCharArray(),
                () -> hall.now, _ -> {});
        var project = place.take(hall.project());
        place.importBids(home.resolve("bids"));
        side = new TenderSide(place);
        does(new OpeningCommand.Prepare(project.brief(), project.digest()));
        does(holders().note());
        does(new OpeningCommand.BeginCheckIn());
    }

    @AfterEach
    void close() {
        place.close();
    }

    private Holders holders() {
        return side.holders().orElseThrow();
    }

    private Decision<OpeningEvent, OpeningRefusal> ask(OpeningCommand command) {
        var decision = rules.decide(opening, command, BY_HOST, hall.now);
        if (decision instanceof Decision.Accepted<OpeningEvent, OpeningRefusal>(var events)) {
            events.forEach(event -> opening = rules.after(opening, event));
        }
        return decision;
    }

    private void does(OpeningCommand command) {
        if (ask(command) instanceof Decision.Refused<OpeningEvent, OpeningRefusal>(var why)) {
            throw new AssertionError(command + ": " + why);
        }
    }

    private void refused(OpeningRefusal why, OpeningCommand command) {
        assertEquals(new Decision.Refused<OpeningEvent, OpeningRefusal>(why), ask(command));
    }

    private OpeningCommand give(String stem, boolean declares) {
        return holders().give(opening, hall.token(stem), SampleHall.PIN.toCharArray(), declares);
    }

    /// As far as decryption; no draw is played, the rules of which have tests of their own.
    private void decrypting() {
        var after = SampleHall.NINE.plusSeconds(2);
        hall.now = hall.now.isAfter(after) ? hall.now : after;
        does(new OpeningCommand.CloseSubmission());
        does(new OpeningCommand.OpenMeeting(new Staff(HOST, AGENCY, AGENCY,
                new PersonId("P-SUPERVISOR"))));
        does(new OpeningCommand.CountBids());
        does(new OpeningCommand.PublishList());
        does(give("p-supervisor", true));
        opening = rules.after(opening,
                new OpeningEvent.DecryptionBegan(hall.now.plusSeconds(1800), hall.now));
    }

    private void quorum() {
        does(give("p-agency", false));
        does(give("witness", false));
    }

    private Bid bid(int number) {
        return opening.bid(SampleHall.code(number)).orElseThrow();
    }

    private Unsealing unsealing() {
        return new Unsealing(place, SampleHall.TENDER, side);
    }

    private OpeningCommand approve(KeyCard.RescueWay way, String stem) {
        return new Rescuing(place).approve(opening, bid(4), way, "证书介质更换，原私钥不存在",
                hall.token(stem), SampleHall.PIN.toCharArray());
    }

    private void failsByCertificate() {
        var outcome = unsealing().open(bid(4), hall.token("bidder-4"),
                SampleHall.PIN.toCharArray(), Progress.NONE);
        assertEquals(DecryptionCode.WRONG_CERT,
                ((OpeningCommand.RecordAttempt) outcome).code());
        does(outcome);
    }

    /// First, since a station does not open behind its own journal.
    @Test
    @Order(1)
    void nobodyGivesBeforeTheDeadlineWhateverTheMachinesClockSays() {
        var before = place.station().journal().blobs().all().size();
        for (var stem : List.of("p-supervisor", "p-agency", "p-host", "witness", "centre")) {
            assertEquals("TOO_EARLY",
                    assertThrows(Failure.class, () -> give(stem, true)).code());
        }
        hall.now = SampleHall.NINE.plusSeconds(86_400);
        for (var stem : List.of("p-agency", "p-host", "witness")) {
            assertEquals("TIME_UNKNOWN",
                    assertThrows(ThresholdFailure.class, () -> give(stem, true)).code());
        }
        assertEquals(before, place.station().journal().blobs().all().size());
        assertFalse(side.isReady(opening));
    }

    @Test
    void aRestartLosesNothingThatHoldersGave() {
        decrypting();
        quorum();
        assertTrue(side.isReady(opening));
        var fresh = new TenderSide(place);
        assertFalse(fresh.isReady(opening));
        fresh.holders().orElseThrow().follow(opening);
        assertTrue(fresh.isReady(opening));
        var outcome = new Unsealing(place, SampleHall.TENDER, fresh).open(bid(1),
                hall.token("bidder-1"), SampleHall.PIN.toCharArray(), Progress.NONE);
        does(outcome);
        assertTrue(bid(1).opened().isPresent());
        assertEquals(Set.of(3, 4, 5), opening.keys().map(KeyTable::holders).orElseThrow());
        assertEquals(KeyTable.TimeBasis.DECLARED,
                opening.keys().orElseThrow().of(4).orElseThrow().basis());
    }

    @Test
    void aBidIsNotOpenedByFewerThanTheQuorum() {
        decrypting();
        does(give("p-agency", false));
        var outcome = unsealing().open(bid(1), hall.token("bidder-1"),
                SampleHall.PIN.toCharArray(), Progress.NONE);
        var attempt = (OpeningCommand.RecordAttempt) outcome;
        assertEquals(DecryptionCode.PLATFORM, attempt.code());
        assertTrue(attempt.probes().note().contains("还缺 1 方"), attempt.probes().note());
    }

    @Test
    void theRescueCodeOpensWithTheQuorumAndTheSupervisorsSignature() {
        decrypting();
        failsByCertificate();
        refused(OpeningRefusal.QUORUM_MISSING,
                approve(KeyCard.RescueWay.RESCUE_CODE, "p-supervisor"));
        quorum();
        var byCode = unsealing().rescue(bid(4), hall.rescueCode, Progress.NONE);
        refused(OpeningRefusal.RESCUE_NEEDS_SUPERVISOR, byCode);
        assertEquals("NOT_SUPERVISOR", assertThrows(Failure.class,
                () -> approve(KeyCard.RescueWay.RESCUE_CODE, "p-agency")).code());
        does(approve(KeyCard.RescueWay.RESCUE_CODE, "p-supervisor"));
        does(byCode);
        assertTrue(bid(4).opened().isPresent());
        var rescue = opening.keys().orElseThrow().rescue(SampleHall.code(4)).orElseThrow();
        var statement = Rescuing.statement(opening, bid(4), rescue.way(), rescue.reason());
        assertTrue(Detached.verify(Bytes.fromBase64(rescue.cms()),
                statement.getBytes(StandardCharsets.UTF_8)).valid());
        assertTrue(bid(4).attempts().getLast().probes().note().contains("救援码"));
    }

    @Test
    void anotherCodeOpensNothing() {
        decrypting();
        quorum();
        try (var other = RescueCode.fresh()) {
            var attempt = (OpeningCommand.RecordAttempt) unsealing().rescue(bid(4), other,
                    Progress.NONE);
            assertEquals(DecryptionCode.PIN_LOCKED, attempt.code());
        }
    }

    @Test
    void onlyTheBackupBoundIntoTheSealedBidTakesItsPlace() throws Exception {
        decrypting();
        failsByCertificate();
        var changed = Files.readAllBytes(home.resolve("4.bak"));
        changed[changed.length - 1] ^= 1;
        for (var wrong : List.of(home.resolve("3.bak"),
                Files.write(home.resolve("other.bak"), changed), home.resolve("plain-4"))) {
            var attempt = (OpeningCommand.RecordAttempt) unsealing().restore(bid(4), wrong);
            assertEquals(DecryptionCode.HASH_MISMATCH, attempt.code());
        }
        does(approve(KeyCard.RescueWay.BACKUP_FILE, "p-supervisor"));
        does(unsealing().restore(bid(4), home.resolve("4.bak")));
        assertTrue(bid(4).opened().isPresent());
    }

    @Test
    void aProbeWithoutACertificateIsNoHandIn() {
        decrypting();
        quorum();
        var bare = (OpeningCommand.HandInPlainBid) unsealing().open(bid(2),
                hall.token("bidder-2"), SampleHall.PIN.toCharArray(), Progress.NONE);
        refused(OpeningRefusal.RESCUE_NEEDS_SUPERVISOR,
                new OpeningCommand.HandInPlainBid(bare.bidder(), bare.sheet(), bare.files(),
                        new Probes("", "", true, "", ""), bare.findings(),
                        bare.signerSerial()));
    }
}
