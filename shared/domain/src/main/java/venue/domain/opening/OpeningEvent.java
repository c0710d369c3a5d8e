package venue.domain.opening;

import java.time.Instant;
import java.util.List;

import venue.domain.base.BidderId;
import venue.domain.base.Digest;
import venue.domain.base.Fact;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.tender.BidSheet;
import venue.domain.tender.Receipt;

/// What can happen at a bid opening (开标). An event once written never changes; a new need gets a
/// new record. Written by the hall's desk only.
public sealed interface OpeningEvent extends Fact {

    record SessionPrepared(OpeningBrief brief, Digest packageDigest, Instant at)
            implements
                OpeningEvent {}

    record ReceiptRegistered(Receipt receipt, Instant at) implements OpeningEvent {}

    record BidRefused(RefusedBid bid, Instant at) implements OpeningEvent {}

    record CheckInBegan(Instant at) implements OpeningEvent {}

    record BidderSignedIn(BidderId bidder, String representative, String authority, boolean late,
            Instant at) implements OpeningEvent {}

    record AbsenceRecorded(BidderId bidder, Attendance.Absence absence, String note, Instant at)
            implements
                OpeningEvent {}

    record SubmissionClosed(Instant deadline, Instant at) implements OpeningEvent {}

    record MeetingOpened(Staff staff, Instant at) implements OpeningEvent {}

    /// Fewer than [OpeningRules#FEWEST_BIDS] ends the opening.
    record BidsCounted(int received, Instant at) implements OpeningEvent {}

    record ListPublished(List<BidderId> bidders, Instant at) implements OpeningEvent {}

    record DrawBegan(String planId, String drawId, List<String> parties, Instant at)
            implements
                OpeningEvent {}

    record NonceCommitted(String planId, String party, Digest commitment, Instant at)
            implements
                OpeningEvent {}

    record DiceRecorded(String planId, List<Integer> dice, PersonId firstReader,
            PersonId secondReader, Instant at) implements OpeningEvent {}

    record NonceRevealed(String planId, String party, String nonce, Instant at)
            implements
                OpeningEvent {}

    record DrawConcluded(String planId, String value, String transcript, Instant at)
            implements
                OpeningEvent {}

    record DrawVoided(String planId, String reason, Instant at) implements OpeningEvent {}

    record DecryptionBegan(Instant until, Instant at) implements OpeningEvent {}

    record AttemptRecorded(BidderId bidder, DecryptionCode code, Probes probes, Cause proposed,
            Instant at) implements OpeningEvent {}

    record BidDecrypted(BidderId bidder, BidSheet sheet, List<BidFile> files, Probes probes,
            List<Finding> findings, String signerSerial, Instant at) implements OpeningEvent {}

    record CauseDecided(BidderId bidder, Cause cause, String reason, Bid.BidderView view,
            Instant at) implements OpeningEvent {}

    record DecryptionClosed(int opened, int stayedSealed, Instant at) implements OpeningEvent {}

    record ReadOutBegan(Instant at) implements OpeningEvent {}

    record ReadingConfirmed(BidderId bidder, Instant at) implements OpeningEvent {}

    record ObjectionsBegan(Instant until, Instant at) implements OpeningEvent {}

    record ObjectionRaised(int number, BidderId bidder, String raisedBy, Objection.Topic topic,
            String text, Instant at) implements OpeningEvent {}

    record ObjectionAnswered(int number, String text, String answeredBy, Instant at)
            implements
                OpeningEvent {}

    record ObjectionSettled(int number, boolean maintained, Instant at) implements OpeningEvent {}

    record ObjectionsClosed(Instant at) implements OpeningEvent {}

    record RecordDrafted(int version, Digest sha256, Digest sm3, Instant at)
            implements
                OpeningEvent {}

    record RecordSigned(int version, Role duty, PersonId person, String name,
            String certificateSerial, String cms, Instant at) implements OpeningEvent {}

    record SignatureRefused(int version, Role duty, PersonId person, String name, String reason,
            Instant at) implements OpeningEvent {}

    record OpeningEnded(Instant at) implements OpeningEvent {}

    record BidsHandedOver(Digest parcel, List<String> recipients, Instant at)
            implements
                OpeningEvent {}

    record OpeningSuspended(Interruption.Kind kind, String reason, Instant at)
            implements
                OpeningEvent {}

    record OpeningResumed(Instant at) implements OpeningEvent {}

    /// The plan of the tender's opening key, as it came in the project package.
    record OpeningKeyNoted(KeyCard card, Instant at) implements OpeningEvent {}

    /// A holder of the opening key gave, under his signature; what he gave was checked.
    record ShareGiven(int holder, String name, String certificateSerial,
            KeyTable.TimeBasis basis, Digest release, int bids, Instant at)
            implements
                OpeningEvent {}

    /// Somebody came to give and what he gave does not count.
    record ShareRejected(String name, String certificateSerial, String reason, Instant at)
            implements
                OpeningEvent {}

    /// A remedy of the tender documents was approved for one bid.
    record RescueApproved(BidderId bidder, KeyCard.RescueWay way, String reason,
            PersonId approver, String certificateSerial, String cms, Instant at)
            implements
                OpeningEvent {}

    record OpeningTerminated(String reason, Instant at) implements OpeningEvent {}
}
