package venue.domain.opening;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import venue.domain.opening.OpeningEvent.*;
import venue.domain.tender.Receipt;

/// What each event of an opening means.
final class OpeningHistory {

    private OpeningHistory() {}

    static Opening after(Opening was, OpeningEvent event) {
        return change(was.change(), event).done();
    }

    private static OpeningChange change(OpeningChange next, OpeningEvent event) {
        return switch (event) {
            case SessionPrepared e -> prepared(next, e);
            case ReceiptRegistered e -> receive(next, e.receipt());
            case BidRefused e -> refuse(next, e.bid());
            case CheckInBegan _ -> next.to(Phase.CHECK_IN);
            case BidderSignedIn e -> next.bid(e.bidder(), bid -> bid.with(present(e)));
            case AbsenceRecorded e -> next.bid(e.bidder(), bid -> bid.with(absent(e)));
            case SubmissionClosed e -> closed(next, e);
            case MeetingOpened e -> open(next, e);
            case BidsCounted e -> counted(next, e);
            case ListPublished _ -> listed(next);
            case DrawBegan e -> drawing(next, e);
            case NonceCommitted e -> next.draw(e.planId(), draw -> committed(draw, e));
            case DiceRecorded e -> next.draw(e.planId(), draw -> draw.thrown(e.dice()));
            case NonceRevealed e -> next.draw(e.planId(), draw -> shown(draw, e));
            case DrawConcluded e -> next.draw(e.planId(), draw -> draw.concluded(result(e)));
            case DrawVoided e -> next.draw(e.planId(), draw -> voided(draw, e.reason()));
            case DecryptionBegan e -> decrypting(next, e);
            case AttemptRecorded e -> next.bid(e.bidder(), bid -> bid.with(attempt(e)));
            case BidDecrypted e -> next.bid(e.bidder(), bid -> opened(bid, e));
            case CauseDecided e -> next.bid(e.bidder(), bid -> bid.with(verdict(e)));
            case DecryptionClosed _ -> next.to(Phase.IMPORTED);
            case ReadOutBegan _ -> next.to(Phase.READ_OUT);
            case ReadingConfirmed e -> next.bid(e.bidder(), bid -> bid.readOut(e.at()));
            case ObjectionsBegan e -> objecting(next, new Window(e.at(), e.until()));
            case ObjectionRaised e -> raised(next, e);
            case ObjectionAnswered e -> next.objection(e.number(), one -> answered(one, e));
            case ObjectionSettled e -> next.objection(e.number(), one -> settled(one, e));
            case ObjectionsClosed _ -> next.to(Phase.RECORD_DRAFT);
            case RecordDrafted e -> drafted(next, e);
            case RecordSigned e -> signed(next, signature(e));
            case SignatureRefused e -> signed(next, refusal(e));
            case OpeningEnded _ -> next.to(Phase.ENDED);
            case BidsHandedOver e -> handed(next, e);
            case OpeningSuspended e -> suspended(next, e);
            case OpeningResumed e -> resumed(next, e.at());
            case OpeningKeyNoted e -> noted(next, e);
            case ShareGiven e -> next.keys(table -> table.with(given(e)));
            case ShareRejected _ -> next;
            case RescueApproved e -> next.keys(table -> table.with(e.bidder(), rescue(e)));
            case OpeningTerminated e -> over(next, Phase.TERMINATED, e.reason());
        };
    }

    private static OpeningChange prepared(OpeningChange next, SessionPrepared e) {
        next.brief = Optional.of(e.brief());
        next.packageDigest = Optional.of(e.packageDigest());
        e.brief().receipts().forEach(receipt -> receive(next, receipt));
        return next.to(Phase.READY);
    }

    /// The newest bid of a bidder that came in time stays; the older one counts as replaced.
    private static OpeningChange receive(OpeningChange next, Receipt receipt) {
        var deadline = next.brief.orElseThrow().tender().deadline();
        if (receipt.completedAt().isAfter(deadline)) {
            return refuse(next, refused(receipt, RefusedBid.Ground.LATE));
        }
        var older = Optional.ofNullable(next.bids.get(receipt.bidder())).map(Bid::receipt);
        if (older.filter(o -> o.completedAt().isAfter(receipt.completedAt())).isPresent()) {
            return refuse(next, refused(receipt, RefusedBid.Ground.REPLACED));
        }
        older.ifPresent(o -> refuse(next, refused(o, RefusedBid.Ground.REPLACED)));
        next.bids.put(receipt.bidder(), Bid.sealed(receipt));
        return next;
    }

    private static RefusedBid refused(Receipt receipt, RefusedBid.Ground ground) {
        return new RefusedBid(receipt.bidderName(), ground, receipt.completedAt());
    }

    private static OpeningChange refuse(OpeningChange next, RefusedBid bid) {
        next.refused.add(bid);
        return next;
    }

    private static Attendance present(BidderSignedIn e) {
        return new Attendance(e.representative(), e.authority(), e.late(),
                Attendance.Absence.NONE, "", e.at());
    }

    private static Attendance absent(AbsenceRecorded e) {
        return new Attendance("", "", false, e.absence(), e.note(), e.at());
    }

    private static OpeningChange closed(OpeningChange next, SubmissionClosed e) {
        next.closedAt = Optional.of(e.at());
        return next.to(Phase.CLOSED_FOR_SUBMISSION);
    }

    private static OpeningChange open(OpeningChange next, MeetingOpened e) {
        next.staff = Optional.of(e.staff());
        next.meetingAt = Optional.of(e.at());
        return next;
    }

    private static OpeningChange counted(OpeningChange next, BidsCounted e) {
        return e.received() < OpeningRules.FEWEST_BIDS
                ? over(next, Phase.NOT_OPENED, Integer.toString(e.received()))
                : next.to(Phase.COUNTED);
    }

    private static OpeningChange listed(OpeningChange next) {
        next.listPublished = true;
        return next;
    }

    private static OpeningChange drawing(OpeningChange next, DrawBegan e) {
        var plan = next.brief.orElseThrow().tender().draws().stream()
                .filter(p -> p.id().equals(e.planId())).findFirst().orElseThrow();
        var voided = Optional.ofNullable(next.draws.get(e.planId()))
                .map(CoefficientDraw::voided).orElse(List.of());
        next.draws.put(e.planId(), new CoefficientDraw(plan, e.drawId(), e.parties(), Map.of(),
                List.of(), Map.of(), Optional.empty(), voided));
        return next.to(Phase.DRAW);
    }

    private static CoefficientDraw committed(CoefficientDraw draw, NonceCommitted e) {
        return draw.committed(e.party(), e.commitment());
    }

    private static CoefficientDraw shown(CoefficientDraw draw, NonceRevealed e) {
        return draw.revealed(e.party(), e.nonce());
    }

    private static CoefficientDraw.Result result(DrawConcluded e) {
        return new CoefficientDraw.Result(e.value(), e.transcript(), e.at());
    }

    private static CoefficientDraw voided(CoefficientDraw draw, String reason) {
        var reasons = Stream.concat(draw.voided().stream(), Stream.of(reason)).toList();
        return new CoefficientDraw(draw.plan(), draw.drawId(), List.of(), Map.of(), List.of(),
                Map.of(), Optional.empty(), reasons);
    }

    private static OpeningChange decrypting(OpeningChange next, DecryptionBegan e) {
        next.decryption = Optional.of(new Window(e.at(), e.until()));
        return next.to(Phase.DECRYPTION);
    }

    private static Bid.Attempt attempt(AttemptRecorded e) {
        return new Bid.Attempt(e.code(), e.probes(), e.proposed(), e.at());
    }

    private static Bid opened(Bid bid, BidDecrypted e) {
        return bid.with(new Bid.Attempt(DecryptionCode.OK, e.probes(), Cause.PENDING, e.at()))
                .with(new Bid.Opened(e.sheet(), e.files(), e.findings(), e.signerSerial(),
                        e.at()));
    }

    private static Bid.Verdict verdict(CauseDecided e) {
        return new Bid.Verdict(e.cause(), e.reason(), e.view(), e.at());
    }

    private static OpeningChange objecting(OpeningChange next, Window window) {
        next.objecting = Optional.of(window);
        return next.to(Phase.OBJECTION_WINDOW);
    }

    /// An objection after the record was drafted opens the window again; a new version follows.
    private static OpeningChange raised(OpeningChange next, ObjectionRaised e) {
        next.objections.add(new Objection(e.number(), e.bidder(), e.raisedBy(), e.topic(),
                e.text(), e.at(), Optional.empty(), Optional.empty()));
        if (next.phase != Phase.RECORD_DRAFT && next.phase != Phase.SIGNING) {
            return next;
        }
        var minutes = next.brief.orElseThrow().tender().objectionMinutes();
        var length = Duration.ofMinutes(Math.max(1, minutes));
        return objecting(next, new Window(e.at(), e.at().plus(length)));
    }

    private static Objection answered(Objection one, ObjectionAnswered e) {
        return one.answered(new Objection.Answer(e.text(), e.answeredBy(), e.at()));
    }

    private static Objection settled(Objection one, ObjectionSettled e) {
        return one.settled(new Objection.Settlement(e.maintained(), e.at()));
    }

    private static OpeningChange drafted(OpeningChange next, RecordDrafted e) {
        next.drafts.add(new RecordVersion(e.version(), e.sha256(), e.sm3(), e.at(), List.of()));
        return next.to(Phase.SIGNING);
    }

    private static OpeningChange signed(OpeningChange next, RecordVersion.Signature signature) {
        next.drafts.addLast(next.drafts.removeLast().with(signature));
        return next;
    }

    private static RecordVersion.Signature signature(RecordSigned e) {
        return new RecordVersion.Signature(e.duty(), e.person(), e.name(), e.certificateSerial(),
                e.cms(), Optional.empty(), e.at());
    }

    private static RecordVersion.Signature refusal(SignatureRefused e) {
        return new RecordVersion.Signature(e.duty(), e.person(), e.name(), "", "",
                Optional.of(e.reason()), e.at());
    }

    private static OpeningChange handed(OpeningChange next, BidsHandedOver e) {
        next.handOver = Optional.of(new Opening.HandOver(e.parcel(), e.recipients(), e.at()));
        return next.to(Phase.HANDED_TO_EVALUATION);
    }

    private static OpeningChange suspended(OpeningChange next, OpeningSuspended e) {
        next.interruptions.add(new Interruption(e.kind(), e.reason(), next.phase, e.at(),
                Optional.empty()));
        return next.to(Phase.SUSPENDED);
    }

    /// Windows end later by as long as the meeting stood still.
    private static OpeningChange resumed(OpeningChange next, Instant at) {
        var last = next.interruptions.removeLast();
        next.interruptions.add(new Interruption(last.kind(), last.reason(), last.before(),
                last.at(), Optional.of(at)));
        var lost = Duration.between(last.at(), at);
        next.decryption = next.decryption.map(window -> window.shifted(lost));
        next.objecting = next.objecting.map(window -> window.shifted(lost));
        return next.to(last.before());
    }

    private static OpeningChange noted(OpeningChange next, OpeningKeyNoted e) {
        next.keys = Optional.of(KeyTable.of(e.card()));
        return next;
    }

    private static KeyTable.Given given(ShareGiven e) {
        return new KeyTable.Given(e.holder(), e.basis(), e.release(), e.bids(), e.at());
    }

    private static KeyTable.Rescue rescue(RescueApproved e) {
        return new KeyTable.Rescue(e.way(), e.reason(), e.approver(), e.cms(), e.at());
    }

    private static OpeningChange over(OpeningChange next, Phase end, String why) {
        next.ending = Optional.of(why);
        return next.to(end);
    }
}
