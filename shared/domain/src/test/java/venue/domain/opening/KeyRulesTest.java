package venue.domain.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import venue.domain.base.Decision;

class KeyRulesTest {

    private static final KeyCard CARD = new KeyCard(Meeting.digest(77), 3, 1,
            List.of(holder(1, "CENTRE", true), holder(2, "HALL", false),
                    holder(3, "AGENCY", false), holder(4, "SUPERVISOR", true),
                    holder(5, "WITNESS", false)),
            List.of(KeyCard.RescueWay.RESCUE_CODE));

    private static KeyCard.Holder holder(int number, String office, boolean guard) {
        return new KeyCard.Holder(number, office, office, "0" + number, guard);
    }

    private static OpeningCommand.GiveShare give(int holder, int bids) {
        return new OpeningCommand.GiveShare(holder, "0" + holder, KeyTable.TimeBasis.TRUSTED,
                Meeting.digest(80 + holder), bids);
    }

    private static OpeningCommand.ApproveRescue approve(KeyCard.RescueWay way) {
        return new OpeningCommand.ApproveRescue(Meeting.bidder(1), way, "证书介质损坏", Meeting.WATCH,
                Meeting.digest(903), "0A", "MIIB");
    }

    private static void refused(OpeningRefusal reason, Meeting meeting, OpeningCommand command) {
        assertEquals(new Decision.Refused<OpeningEvent, OpeningRefusal>(reason),
                meeting.ask(command));
    }

    private static Meeting decrypting() {
        return Meeting.listed(4).drawn().does(new OpeningCommand.NoteOpeningKey(CARD))
                .does(new OpeningCommand.BeginDecryption());
    }

    @ParameterizedTest
    @CsvSource({"'1,2', false", "'2,3,5', false", "'1,2,3', true", "'4,2,5', true",
            "'1,4', false", "'1,4,5', true", "'4,6,7', false"})
    void needsEnoughHoldersAndAGuardAmongThem(String given, boolean met) {
        var holders = Set.copyOf(List.of(given.split(",")).stream().map(Integer::valueOf)
                .toList());
        assertEquals(met, CARD.isMetBy(holders));
    }

    @Test
    void noBidIsHandedInBeforeTheQuorumGave() {
        var meeting = decrypting();
        refused(OpeningRefusal.QUORUM_MISSING, meeting, Meeting.handIn(1, "48000001"));
        meeting.does(give(2, 4)).does(give(3, 4)).does(give(5, 4));
        refused(OpeningRefusal.QUORUM_MISSING, meeting, Meeting.handIn(1, "48000001"));
        meeting.does(give(4, 4)).does(Meeting.handIn(1, "48000001"));
        assertTrue(meeting.state.bid(Meeting.bidder(1)).orElseThrow().opened().isPresent());
    }

    @Test
    void aTenderWithOneKeyOpensAsBefore() {
        Meeting.listed(4).drawn().does(new OpeningCommand.BeginDecryption())
                .does(Meeting.handIn(1, "48000001"));
    }

    @Test
    void sharesAreGivenOnceByListedHoldersAfterTheDeadline() {
        var meeting = decrypting();
        refused(OpeningRefusal.NOT_A_HOLDER, meeting, give(6, 4));
        meeting.does(give(1, 3));
        refused(OpeningRefusal.SHARE_GIVEN, meeting, give(1, 3));
        meeting.does(give(1, 4));
        assertEquals(Set.of(1), meeting.state.keys().orElseThrow().holders());
        refused(OpeningRefusal.STEP_DONE, meeting, new OpeningCommand.NoteOpeningKey(CARD));
        var early = new Meeting();
        early.does(new OpeningCommand.Prepare(Meeting.brief(4), Meeting.digest(7)))
                .does(new OpeningCommand.NoteOpeningKey(CARD));
        refused(OpeningRefusal.CHECK_IN_NOT_BEGUN, early, give(1, 4));
    }

    @Test
    void aRejectedShareIsOnRecordAndCountsForNothing() {
        var meeting = decrypting()
                .does(new OpeningCommand.RejectShare("某人", "0F", "证明不成立"));
        assertEquals(Set.of(), meeting.state.keys().orElseThrow().holders());
        assertTrue(meeting.history.getLast() instanceof OpeningEvent.ShareRejected);
        refused(OpeningRefusal.REASON_MISSING, meeting,
                new OpeningCommand.RejectShare("某人", "0F", " "));
    }

    @Test
    void aRescueNeedsTheTenderDocumentsAnAttemptTheQuorumAndTheSupervisor() {
        var meeting = decrypting();
        refused(OpeningRefusal.RESCUE_NOT_PROVIDED, meeting,
                approve(KeyCard.RescueWay.BACKUP_FILE));
        refused(OpeningRefusal.NO_ATTEMPT, meeting, approve(KeyCard.RescueWay.RESCUE_CODE));
        meeting.does(new OpeningCommand.RecordAttempt(Meeting.bidder(1),
                DecryptionCode.WRONG_CERT, Meeting.probes(true)));
        refused(OpeningRefusal.QUORUM_MISSING, meeting,
                approve(KeyCard.RescueWay.RESCUE_CODE));
        meeting.does(give(1, 4)).does(give(2, 4)).does(give(3, 4));
        refused(OpeningRefusal.RESCUE_NEEDS_SUPERVISOR, meeting,
                new OpeningCommand.ApproveRescue(Meeting.bidder(1),
                        KeyCard.RescueWay.RESCUE_CODE, "损坏", Meeting.AGENCY,
                        Meeting.digest(902), "0A", "MIIB"));
        refused(OpeningRefusal.CERTIFICATE_NOT_HIS, meeting,
                new OpeningCommand.ApproveRescue(Meeting.bidder(1),
                        KeyCard.RescueWay.RESCUE_CODE, "损坏", Meeting.WATCH,
                        Meeting.digest(902), "0A", "MIIB"));
        meeting.does(approve(KeyCard.RescueWay.RESCUE_CODE));
        var rescue = meeting.state.keys().orElseThrow().rescue(Meeting.bidder(1)).orElseThrow();
        assertEquals("证书介质损坏", rescue.reason());
        meeting.later(Duration.ofMinutes(31));
        refused(OpeningRefusal.WINDOW_OVER, meeting, approve(KeyCard.RescueWay.RESCUE_CODE));
    }

    @Test
    void aBidWithoutTheBiddersCertificateIsHandedInOnlyOnceARemedyIsApproved() {
        var meeting = decrypting().does(give(1, 4)).does(give(2, 4)).does(give(3, 4));
        var bare = Meeting.handIn(1, "48000001");
        var byCode = new OpeningCommand.HandInPlainBid(bare.bidder(), bare.sheet(), bare.files(),
                new Probes("", "01", true, "", "救援码"), List.of(), "01");
        refused(OpeningRefusal.RESCUE_NEEDS_SUPERVISOR, meeting, byCode);
        meeting.does(new OpeningCommand.RecordAttempt(Meeting.bidder(1),
                DecryptionCode.MEDIA_MISSING, Meeting.probes(true)))
                .does(approve(KeyCard.RescueWay.RESCUE_CODE)).does(byCode);
    }

    @Test
    void anApprovedBackupOpensWithoutTheTenderSidesHalf() {
        var card = new KeyCard(CARD.plan(), 3, 1, CARD.holders(),
                List.of(KeyCard.RescueWay.BACKUP_FILE));
        var meeting = Meeting.listed(4).drawn().does(new OpeningCommand.NoteOpeningKey(card))
                .does(new OpeningCommand.BeginDecryption())
                .does(new OpeningCommand.RecordAttempt(Meeting.bidder(1),
                        DecryptionCode.MEDIA_MISSING, Meeting.probes(true)))
                .does(approve(KeyCard.RescueWay.BACKUP_FILE));
        refused(OpeningRefusal.QUORUM_MISSING, meeting, Meeting.handIn(2, "48000002"));
        meeting.does(Meeting.handIn(1, "48000001"));
    }
}
