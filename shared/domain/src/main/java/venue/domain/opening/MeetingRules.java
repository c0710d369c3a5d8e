package venue.domain.opening;

import static venue.domain.opening.OpeningRules.accept;
import static venue.domain.opening.OpeningRules.in;
import static venue.domain.opening.OpeningRules.refuse;
import static venue.domain.opening.Phase.*;

import java.time.Instant;
import java.util.List;

import venue.domain.base.Decision;
import venue.domain.tender.Receipt;

/// From the project package to the published list; stops and resumptions.
final class MeetingRules {

    private static final Phase[] RUNNING = {READY, CHECK_IN, CLOSED_FOR_SUBMISSION, COUNTED, DRAW,
            DECRYPTION, IMPORTED, READ_OUT, OBJECTION_WINDOW, RECORD_DRAFT, SIGNING};

    private MeetingRules() {}

    static Decision<OpeningEvent, OpeningRefusal> prepare(Opening state,
            OpeningCommand.Prepare c, Instant now) {
        return in(state, () -> accept(
                new OpeningEvent.SessionPrepared(c.brief(), c.packageDigest(), now)), DRAFT);
    }

    static Decision<OpeningEvent, OpeningRefusal> register(Opening state,
            OpeningCommand.RegisterReceipt c, Instant now) {
        return in(state, () -> accept(isLate(state, c.receipt())
                ? new OpeningEvent.BidRefused(refused(c.receipt()), now)
                : new OpeningEvent.ReceiptRegistered(c.receipt(), now)), READY, CHECK_IN);
    }

    static Decision<OpeningEvent, OpeningRefusal> refuseBid(Opening state,
            OpeningCommand.RefuseBid c, Instant now) {
        return in(state, () -> accept(new OpeningEvent.BidRefused(c.bid(), now)), RUNNING);
    }

    static Decision<OpeningEvent, OpeningRefusal> beginCheckIn(Opening state, Instant now) {
        return in(state, () -> accept(new OpeningEvent.CheckInBegan(now)), READY);
    }

    static Decision<OpeningEvent, OpeningRefusal> signIn(Opening state,
            OpeningCommand.SignInBidder c, Instant now) {
        return in(state, () -> {
            var bid = state.bid(c.bidder());
            if (bid.isEmpty()) {
                return refuse(OpeningRefusal.UNKNOWN_BIDDER);
            }
            if (bid.get().attendance().filter(Attendance::present).isPresent()) {
                return refuse(OpeningRefusal.ALREADY_SIGNED_IN);
            }
            if (c.representative().isBlank()) {
                return refuse(OpeningRefusal.NAME_MISSING);
            }
            boolean late = now.isAfter(state.tender().deadline());
            return accept(new OpeningEvent.BidderSignedIn(c.bidder(), c.representative().strip(),
                    c.authority().strip(), late, now));
        }, CHECK_IN, CLOSED_FOR_SUBMISSION, COUNTED, DRAW, DECRYPTION, IMPORTED, READ_OUT,
                OBJECTION_WINDOW);
    }

    static Decision<OpeningEvent, OpeningRefusal> absent(Opening state,
            OpeningCommand.RecordAbsence c, Instant now) {
        return in(state, () -> {
            var bid = state.bid(c.bidder());
            if (bid.isEmpty() || c.absence() == Attendance.Absence.NONE) {
                return refuse(OpeningRefusal.UNKNOWN_BIDDER);
            }
            if (bid.get().attendance().filter(Attendance::present).isPresent()) {
                return refuse(OpeningRefusal.ALREADY_SIGNED_IN);
            }
            return accept(new OpeningEvent.AbsenceRecorded(c.bidder(), c.absence(),
                    c.note().strip(), now));
        }, CLOSED_FOR_SUBMISSION, COUNTED, DRAW, DECRYPTION, IMPORTED, READ_OUT,
                OBJECTION_WINDOW);
    }

    static Decision<OpeningEvent, OpeningRefusal> close(Opening state, Instant now) {
        return in(state, () -> now.isBefore(state.tender().deadline())
                ? refuse(OpeningRefusal.BEFORE_DEADLINE)
                : accept(new OpeningEvent.SubmissionClosed(state.tender().deadline(), now)),
                READY, CHECK_IN);
    }

    static Decision<OpeningEvent, OpeningRefusal> open(Opening state,
            OpeningCommand.OpenMeeting c, Instant now) {
        return in(state, () -> {
            if (state.meetingAt().isPresent()) {
                return refuse(OpeningRefusal.STEP_DONE);
            }
            var staff = c.staff();
            if (!staff.all().stream().allMatch(id -> state.known().person(id).isPresent())) {
                return refuse(OpeningRefusal.STAFF_NOT_LISTED);
            }
            var others = List.of(staff.host(), staff.reader(), staff.recorder());
            return others.contains(staff.supervisor())
                    ? refuse(OpeningRefusal.SUPERVISOR_MUST_STAND_APART)
                    : accept(new OpeningEvent.MeetingOpened(staff, now));
        }, CLOSED_FOR_SUBMISSION);
    }

    static Decision<OpeningEvent, OpeningRefusal> count(Opening state, Instant now) {
        return in(state, () -> {
            if (state.meetingAt().isEmpty()) {
                return refuse(OpeningRefusal.MEETING_NOT_OPEN);
            }
            return accept(new OpeningEvent.BidsCounted(state.bids().size(), now));
        }, CLOSED_FOR_SUBMISSION);
    }

    static Decision<OpeningEvent, OpeningRefusal> publish(Opening state, Instant now) {
        return in(state, () -> state.listPublished()
                ? refuse(OpeningRefusal.STEP_DONE)
                : accept(new OpeningEvent.ListPublished(List.copyOf(state.bids().keySet()), now)),
                COUNTED);
    }

    static Decision<OpeningEvent, OpeningRefusal> suspend(Opening state,
            OpeningCommand.Suspend c, Instant now) {
        return in(state, () -> c.reason().isBlank()
                ? refuse(OpeningRefusal.REASON_MISSING)
                : accept(new OpeningEvent.OpeningSuspended(c.kind(), c.reason().strip(), now)),
                RUNNING);
    }

    static Decision<OpeningEvent, OpeningRefusal> resume(Opening state, Instant now) {
        return state.phase() == SUSPENDED
                ? accept(new OpeningEvent.OpeningResumed(now))
                : refuse(OpeningRefusal.NOT_SUSPENDED);
    }

    static Decision<OpeningEvent, OpeningRefusal> terminate(Opening state,
            OpeningCommand.Terminate c, Instant now) {
        if (state.phase() == DRAFT) {
            return refuse(OpeningRefusal.NOT_PREPARED);
        }
        if (state.phase().isOver()) {
            return refuse(OpeningRefusal.MEETING_OVER);
        }
        return c.reason().isBlank()
                ? refuse(OpeningRefusal.REASON_MISSING)
                : accept(new OpeningEvent.OpeningTerminated(c.reason().strip(), now));
    }

    static boolean isLate(Opening state, Receipt receipt) {
        return receipt.completedAt().isAfter(state.tender().deadline());
    }

    private static RefusedBid refused(Receipt receipt) {
        return new RefusedBid(receipt.bidderName(), RefusedBid.Ground.LATE,
                receipt.completedAt());
    }
}
