package venue.domain.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static venue.domain.opening.Meeting.AGENCY;
import static venue.domain.opening.Meeting.WATCH;
import static venue.domain.opening.Meeting.bidder;
import static venue.domain.opening.Meeting.digest;
import static venue.domain.opening.Meeting.probes;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import venue.domain.base.Acting;
import venue.domain.base.Decision;
import venue.domain.base.DeviceId;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.draw.Draw;
import venue.domain.draw.Transcript;
import venue.domain.record.OpeningRecordFacts;
import venue.testkit.Duty;

class OpeningRulesTest {

    @Test
    void carriesATenderFromItsPackageToTheEvaluation() {
        var meeting = Meeting.signing(6).signed().does(new OpeningCommand.End())
                .does(new OpeningCommand.HandOverBids(digest(80), List.of("seat-1")));
        assertEquals(Phase.HANDED_TO_EVALUATION, meeting.state.phase());
        var facts = OpeningRecordFacts.of(meeting.state);
        assertEquals(6, facts.received());
        assertEquals(5, facts.opened());
        assertEquals(Cause.BIDDER, facts.rows().get(5).sealed().orElseThrow().cause());
        assertEquals(3 + 1 + 6, facts.signers().size());
        assertTrue(facts.signers().stream().allMatch(s -> s.signedAt().isPresent()));
    }

    @Test
    void givesTheSameStateReplayed() {
        var meeting = Meeting.signing(4).signed().does(new OpeningCommand.End());
        var replayed = meeting.rules.beginning();
        for (var event : meeting.history) {
            replayed = meeting.rules.after(replayed, event);
        }
        assertEquals(meeting.state, replayed);
    }

    @Test
    @Duty("ZBF-34")
    void keepsSubmissionOpenUntilTheDeadline() {
        var meeting = new Meeting().does(new OpeningCommand.Prepare(Meeting.brief(3), digest(7)))
                .does(new OpeningCommand.BeginCheckIn());
        meeting.now = Meeting.NINE.minusMillis(1);
        refused(OpeningRefusal.BEFORE_DEADLINE, meeting, new OpeningCommand.CloseSubmission());
        meeting.now = Meeting.NINE;
        meeting.does(new OpeningCommand.CloseSubmission());
        assertEquals(Phase.CLOSED_FOR_SUBMISSION, meeting.state.phase());
    }

    @Test
    void doesNotReceiveABidThatCameOneSecondLate() {
        var meeting = new Meeting()
                .does(new OpeningCommand.Prepare(Meeting.brief(3), digest(7)));
        meeting.does(new OpeningCommand.RegisterReceipt(
                Meeting.receipt(4, Meeting.NINE.plusSeconds(1))));
        assertEquals(3, meeting.state.bids().size());
        assertEquals(RefusedBid.Ground.LATE, meeting.state.refused().getFirst().ground());
    }

    @Test
    void keepsTheNewestOfTwoBidsOfOneBidder() {
        var meeting = new Meeting()
                .does(new OpeningCommand.Prepare(Meeting.brief(3), digest(7)))
                .does(new OpeningCommand.RegisterReceipt(
                        Meeting.receipt(2, Meeting.NINE.minusSeconds(5))));
        assertEquals(3, meeting.state.bids().size());
        assertEquals(Meeting.NINE.minusSeconds(5),
                meeting.state.bid(bidder(2)).orElseThrow().receipt().completedAt());
        assertEquals(RefusedBid.Ground.REPLACED, meeting.state.refused().getFirst().ground());
    }

    @Test
    @Duty("ZBT-44")
    void refusesToOpenTwoBids() {
        var meeting = new Meeting().does(new OpeningCommand.Prepare(Meeting.brief(2), digest(7)))
                .does(new OpeningCommand.BeginCheckIn());
        meeting.now = Meeting.NINE;
        meeting.does(new OpeningCommand.CloseSubmission())
                .does(new OpeningCommand.OpenMeeting(Meeting.STAFF))
                .does(new OpeningCommand.CountBids());
        assertEquals(Phase.NOT_OPENED, meeting.state.phase());
        refused(OpeningRefusal.MEETING_OVER, meeting, new OpeningCommand.BeginDecryption());
    }

    @Test
    void lateRepresentativesMayStillComeAndAreMarked() {
        var meeting = new Meeting().does(new OpeningCommand.Prepare(Meeting.brief(3), digest(7)))
                .does(new OpeningCommand.BeginCheckIn());
        meeting.now = Meeting.NINE.plusSeconds(60);
        meeting.does(new OpeningCommand.SignInBidder(bidder(1), "代表", "授权委托书"));
        assertTrue(meeting.state.bid(bidder(1)).orElseThrow().attendance().orElseThrow().late());
        refused(OpeningRefusal.ALREADY_SIGNED_IN, meeting,
                new OpeningCommand.SignInBidder(bidder(1), "代表", "授权委托书"));
    }

    @Test
    void theSupervisorHoldsNoOtherDuty() {
        var meeting = new Meeting().does(new OpeningCommand.Prepare(Meeting.brief(3), digest(7)))
                .does(new OpeningCommand.BeginCheckIn());
        meeting.now = Meeting.NINE;
        meeting.does(new OpeningCommand.CloseSubmission());
        refused(OpeningRefusal.SUPERVISOR_MUST_STAND_APART, meeting,
                new OpeningCommand.OpenMeeting(new Staff(Meeting.HOST, AGENCY, WATCH, WATCH)));
    }

    @Test
    void nothingIsDecryptedBeforeTheCoefficientIsDrawn() {
        var meeting = Meeting.listed(3);
        refused(OpeningRefusal.DRAW_UNFINISHED, meeting, new OpeningCommand.BeginDecryption());
        meeting.drawn().does(new OpeningCommand.BeginDecryption());
        assertEquals(Phase.DECRYPTION, meeting.state.phase());
    }

    @Test
    void aDrawCanBeMadeAgainFromItsTranscript() {
        var draw = Meeting.listed(3).drawn().state.draw("K").orElseThrow();
        var result = draw.result().orElseThrow();
        var transcript = Transcript.parse(result.transcript());
        assertEquals(List.of(), transcript.unfaithful());
        assertEquals(List.of(result.value()), Draw.taken(transcript, draw.plan().values()));
    }

    @Test
    void diceComeAfterAllCommitmentsAndAreReadByTwo() {
        var meeting = Meeting.listed(3).does(new OpeningCommand.BeginDraw("K", Meeting.PARTIES));
        var dice = List.of(3, 7, 1);
        refused(OpeningRefusal.COMMITMENTS_MISSING, meeting,
                new OpeningCommand.RecordDice("K", dice, AGENCY, dice, WATCH));
        for (var party : Meeting.PARTIES) {
            meeting.does(new OpeningCommand.CommitNonce("K", party, digest(5)));
        }
        refused(OpeningRefusal.SAME_READER, meeting,
                new OpeningCommand.RecordDice("K", dice, WATCH, dice, WATCH));
        refused(OpeningRefusal.DICE_DIFFER, meeting,
                new OpeningCommand.RecordDice("K", dice, AGENCY, List.of(3, 7, 2), WATCH));
        meeting.does(new OpeningCommand.RecordDice("K", dice, AGENCY, dice, WATCH));
        refused(OpeningRefusal.NONCE_MISMATCH, meeting,
                new OpeningCommand.RevealNonce("K", "tenderer", Meeting.nonce("tenderer")));
    }

    @Test
    void theMachineShowsItsNumberLast() {
        var meeting = Meeting.listed(3).thrown();
        refused(OpeningRefusal.MACHINE_SHOWS_LAST, meeting,
                new OpeningCommand.RevealNonce("K", "machine", Meeting.nonce("machine")));
    }

    @Test
    void aVoidedDrawIsMadeAnewAndCounted() {
        var meeting = Meeting.listed(3).does(new OpeningCommand.BeginDraw("K", Meeting.PARTIES))
                .does(new OpeningCommand.VoidDraw("K", "纸条遗失"));
        refused(OpeningRefusal.DRAW_UNFINISHED, meeting, new OpeningCommand.BeginDecryption());
        meeting.drawn();
        assertEquals(List.of("纸条遗失"), meeting.state.draw("K").orElseThrow().voided());
        assertTrue(meeting.state.draw("K").orElseThrow().drawId().endsWith("/2"));
    }

    @ParameterizedTest(name = "{0}, file as received {1}: {2}")
    @CsvSource(textBlock = """
            WRONG_CERT,    true,  BIDDER
            PIN_LOCKED,    true,  BIDDER
            MEDIA_MISSING, true,  BIDDER
            TIMEOUT,       true,  BIDDER
            FILE_CORRUPT,  true,  BIDDER
            FILE_CORRUPT,  false, OTHER
            HASH_MISMATCH, false, OTHER
            PLATFORM,      true,  OTHER
            NETWORK,       true,  OTHER
            CERT_EXPIRED,  true,  PENDING
            DRIVER,        true,  PENDING
            """)
    void proposesWhoseCauseItIs(DecryptionCode code, boolean asReceived, Cause cause) {
        assertEquals(cause, code.proposal(probes(asReceived)));
    }

    @Test
    @Duty("DZ-31")
    void aCauseIsDecidedInTheWindowOnlyWithTheBiddersAssent() {
        var meeting = Meeting.listed(3).drawn().does(new OpeningCommand.BeginDecryption());
        var silent = new OpeningCommand.DecideCause(bidder(3), Cause.BIDDER, "证书已更换",
                Bid.BidderView.SILENT);
        refused(OpeningRefusal.NO_ATTEMPT, meeting, silent);
        meeting.does(new OpeningCommand.RecordAttempt(bidder(3), DecryptionCode.WRONG_CERT,
                probes(true)));
        refused(OpeningRefusal.WINDOW_OPEN, meeting, silent);
        meeting.later(Duration.ofMinutes(31)).does(silent);
        assertTrue(meeting.state.bid(bidder(3)).orElseThrow().isSettled());
    }

    @Test
    void noBidIsJudgedWhenAllFailForACommonCause() {
        var meeting = Meeting.listed(3).drawn().does(new OpeningCommand.BeginDecryption());
        for (int i = 1; i <= 3; i++) {
            meeting.does(new OpeningCommand.RecordAttempt(bidder(i), DecryptionCode.PLATFORM,
                    probes(true)));
        }
        refused(OpeningRefusal.COMMON_FAULT, meeting, new OpeningCommand.DecideCause(bidder(1),
                Cause.OTHER, "密码机故障", Bid.BidderView.AGREES));
    }

    @Test
    void aFileThatChangedSinceItsReceiptIsNotOpened() {
        var meeting = Meeting.listed(3).drawn().does(new OpeningCommand.BeginDecryption());
        refused(OpeningRefusal.NOT_AS_RECEIVED, meeting,
                new OpeningCommand.HandInPlainBid(bidder(1), Meeting.sheet(1, "1"), List.of(),
                        probes(false), List.of(), "01"));
        refused(OpeningRefusal.ANOTHERS_SHEET, meeting,
                new OpeningCommand.HandInPlainBid(bidder(1), Meeting.sheet(2, "1"), List.of(),
                        probes(true), List.of(), "01"));
        meeting.later(Duration.ofMinutes(31));
        refused(OpeningRefusal.WINDOW_OVER, meeting, Meeting.handIn(1, "48000000"));
    }

    @Test
    void aPriceAboveTheCeilingIsRecordedAndNotRejected() {
        var meeting = Meeting.listed(3).drawn().does(new OpeningCommand.BeginDecryption())
                .does(Meeting.handIn(1, "50000000.01")).does(Meeting.handIn(2, "50000000.00"));
        assertTrue(lacking(meeting, 1).contains(Finding.Kind.CEILING));
        assertFalse(lacking(meeting, 2).contains(Finding.Kind.CEILING));
        assertTrue(meeting.state.bid(bidder(1)).orElseThrow().isSettled());
    }

    @Test
    void pricesAreNotReadBeforeTheLastBidIsSettled() {
        var meeting = Meeting.listed(3).drawn().does(new OpeningCommand.BeginDecryption())
                .does(Meeting.handIn(1, "48000000"));
        refused(OpeningRefusal.BIDS_UNSETTLED, meeting, new OpeningCommand.CloseDecryption());
        refused(OpeningRefusal.DECRYPTION_UNFINISHED, meeting, new OpeningCommand.BeginReadOut());
    }

    @Test
    void anObjectionIsAnsweredOnTheSpotBeforeTheWindowCloses() {
        var meeting = Meeting.decrypted(4).does(new OpeningCommand.BeginReadOut());
        for (int i = 1; i < 4; i++) {
            meeting.does(new OpeningCommand.ConfirmReading(bidder(i)));
        }
        meeting.does(new OpeningCommand.BeginObjections())
                .does(new OpeningCommand.RaiseObjection(bidder(1), "代表1",
                        Objection.Topic.READING, "唱标有误"));
        refused(OpeningRefusal.OBJECTION_WINDOW_OPEN, meeting,
                new OpeningCommand.CloseObjections());
        meeting.later(Duration.ofMinutes(6));
        refused(OpeningRefusal.OBJECTIONS_UNANSWERED, meeting,
                new OpeningCommand.CloseObjections());
        refused(OpeningRefusal.NOT_ANSWERED, meeting,
                new OpeningCommand.SettleObjection(1, false));
        meeting.does(new OpeningCommand.AnswerObjection(1, "经核对无误", "招标人"))
                .does(new OpeningCommand.SettleObjection(1, false))
                .does(new OpeningCommand.CloseObjections());
        assertEquals(Phase.RECORD_DRAFT, meeting.state.phase());
    }

    @Test
    void anObjectionAfterTheDraftLeadsToANewVersion() {
        var meeting = Meeting.signing(3).does(new OpeningCommand.RaiseObjection(bidder(1),
                "代表1", Objection.Topic.OTHER, "记录有误"));
        assertEquals(Phase.OBJECTION_WINDOW, meeting.state.phase());
        meeting.does(new OpeningCommand.AnswerObjection(1, "已更正", "招标人"))
                .does(new OpeningCommand.SettleObjection(1, false)).later(Duration.ofMinutes(6))
                .does(new OpeningCommand.CloseObjections())
                .does(new OpeningCommand.DraftRecord(digest(72), digest(73)));
        assertEquals(2, meeting.state.draft().orElseThrow().number());
        assertEquals(2, meeting.state.drafts().size());
    }

    @Test
    void onlyTheOwnCertificateSignsTheVeryDocument() {
        var meeting = Meeting.signing(3);
        refused(OpeningRefusal.CERTIFICATE_NOT_HIS, meeting,
                new OpeningCommand.SignRecord(Role.HOST, Meeting.HOST, digest(1), "0A",
                        digest(70), "MIIB"));
        refused(OpeningRefusal.ANOTHER_DOCUMENT, meeting,
                new OpeningCommand.SignRecord(Role.HOST, Meeting.HOST, digest(901), "0A",
                        digest(71), "MIIB"));
        refused(OpeningRefusal.SIGNER_NOT_LISTED, meeting,
                new OpeningCommand.SignRecord(Role.HOST, AGENCY, digest(902), "0A", digest(70),
                        "MIIB"));
    }

    @Test
    void aRefusalToSignDoesNotStopTheMeetingButIsWrittenDown() {
        var meeting = Meeting.signing(3);
        refused(OpeningRefusal.HOST_MUST_SIGN, meeting,
                new OpeningCommand.RefuseToSign(Role.HOST, Meeting.HOST, "不同意"));
        meeting.does(new OpeningCommand.RefuseToSign(Role.BIDDER, new PersonId("P-BIDDER-2"),
                "对解密有意见"));
        refused(OpeningRefusal.SIGNATURES_MISSING, meeting, new OpeningCommand.End());
        meeting.signed().does(new OpeningCommand.End());
        assertTrue(OpeningRecordFacts.of(meeting.state).signers().stream()
                .anyMatch(s -> s.refusal().equals(Optional.of("对解密有意见"))));
    }

    @Test
    void windowsEndLaterByTheTimeTheMeetingStoodStill() {
        var meeting = Meeting.listed(3).drawn().does(new OpeningCommand.BeginDecryption());
        var until = meeting.state.decryption().orElseThrow().until();
        meeting.does(new OpeningCommand.Suspend(Interruption.Kind.POWER_OR_NETWORK, "停电"));
        refused(OpeningRefusal.MEETING_SUSPENDED, meeting, Meeting.handIn(1, "48000000"));
        var stopped = meeting.state.interruptions().getFirst().at();
        meeting.later(Duration.ofMinutes(20)).does(new OpeningCommand.Resume());
        var resumed = meeting.state.interruptions().getFirst().resumedAt().orElseThrow();
        assertEquals(until.plus(Duration.between(stopped, resumed)),
                meeting.state.decryption().orElseThrow().until());
        assertEquals(Phase.DECRYPTION, meeting.state.phase());
    }

    @Test
    void onlyTheHostDecides() {
        var meeting = Meeting.listed(3).drawn();
        var clerk = new Acting(AGENCY, "许记录", Role.AGENCY, new DeviceId("hall-1"));
        assertEquals(Decision.refuse(OpeningRefusal.ROLE_NOT_ALLOWED),
                meeting.ask(new OpeningCommand.BeginDecryption(), clerk));
    }

    @Test
    void everyRefusalNamesItsGroundAndWhoCanHelp() {
        for (var refusal : OpeningRefusal.values()) {
            assertFalse(refusal.basis().source().isBlank(), refusal.name());
            assertTrue(refusal.basis().article().endsWith("条")
                    || refusal.basis().article().endsWith("款"), refusal.name());
        }
    }

    private static Set<Finding.Kind> lacking(Meeting meeting, int number) {
        return meeting.state.bid(bidder(number)).orElseThrow().opened().orElseThrow().findings()
                .stream().filter(finding -> !finding.ok()).map(Finding::kind)
                .collect(Collectors.toSet());
    }

    private static void refused(OpeningRefusal reason, Meeting meeting, OpeningCommand command) {
        var before = meeting.state;
        assertEquals(Decision.refuse(reason), meeting.ask(command));
        assertEquals(before, meeting.state);
    }
}
