package venue.domain.opening;

import static venue.domain.opening.OpeningRules.accept;
import static venue.domain.opening.OpeningRules.in;
import static venue.domain.opening.OpeningRules.refuse;
import static venue.domain.opening.Phase.*;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import venue.domain.base.Decision;

/// Reading out (唱标) and objections on site (开标异议).
final class HearingRules {

    /// Longest text of an objection or an answer, in characters.
    static final int TEXT_MAX = 4000;

    private HearingRules() {}

    static Decision<OpeningEvent, OpeningRefusal> beginReading(Opening state, Instant now) {
        return in(state, () -> accept(new OpeningEvent.ReadOutBegan(now)), IMPORTED);
    }

    static Decision<OpeningEvent, OpeningRefusal> confirm(Opening state,
            OpeningCommand.ConfirmReading c, Instant now) {
        return in(state, () -> {
            var bid = state.bid(c.bidder());
            if (bid.isEmpty()) {
                return refuse(OpeningRefusal.UNKNOWN_BIDDER);
            }
            if (bid.get().opened().isEmpty()) {
                return refuse(OpeningRefusal.NOT_OPENED_BID);
            }
            return bid.get().readAt().isPresent()
                    ? refuse(OpeningRefusal.ALREADY_READ)
                    : accept(new OpeningEvent.ReadingConfirmed(c.bidder(), now));
        }, READ_OUT);
    }

    static Decision<OpeningEvent, OpeningRefusal> beginObjections(Opening state, Instant now) {
        return in(state, () -> {
            boolean all = state.openedBids().stream().allMatch(bid -> bid.readAt().isPresent());
            return all
                    ? accept(new OpeningEvent.ObjectionsBegan(now.plus(minutes(state)), now))
                    : refuse(OpeningRefusal.READ_OUT_UNFINISHED);
        }, READ_OUT);
    }

    static Decision<OpeningEvent, OpeningRefusal> raise(Opening state,
            OpeningCommand.RaiseObjection c, Instant now) {
        return in(state, () -> {
            if (!state.listPublished()) {
                return refuse(OpeningRefusal.LIST_NOT_PUBLISHED);
            }
            var here = state.bid(c.bidder()).flatMap(Bid::attendance)
                    .filter(Attendance::present);
            if (here.isEmpty()) {
                return refuse(OpeningRefusal.ONLY_PRESENT_BIDDERS);
            }
            if (isUnfit(c.text()) || c.raisedBy().isBlank()) {
                return refuse(OpeningRefusal.TEXT_MISSING);
            }
            return accept(new OpeningEvent.ObjectionRaised(state.objections().size() + 1,
                    c.bidder(), c.raisedBy().strip(), c.topic(), c.text().strip(), now));
        }, COUNTED, DRAW, DECRYPTION, IMPORTED, READ_OUT, OBJECTION_WINDOW, RECORD_DRAFT,
                SIGNING);
    }

    static Decision<OpeningEvent, OpeningRefusal> answer(Opening state,
            OpeningCommand.AnswerObjection c, Instant now) {
        return in(state, () -> {
            var objection = numbered(state, c.number());
            if (objection.isEmpty()) {
                return refuse(OpeningRefusal.NO_SUCH_OBJECTION);
            }
            if (objection.get().answer().isPresent()) {
                return refuse(OpeningRefusal.ALREADY_ANSWERED);
            }
            return isUnfit(c.text()) || c.answeredBy().isBlank()
                    ? refuse(OpeningRefusal.TEXT_MISSING)
                    : accept(new OpeningEvent.ObjectionAnswered(c.number(), c.text().strip(),
                            c.answeredBy().strip(), now));
        }, COUNTED, DRAW, DECRYPTION, IMPORTED, READ_OUT, OBJECTION_WINDOW);
    }

    static Decision<OpeningEvent, OpeningRefusal> settle(Opening state,
            OpeningCommand.SettleObjection c, Instant now) {
        return in(state, () -> {
            var objection = numbered(state, c.number());
            if (objection.isEmpty()) {
                return refuse(OpeningRefusal.NO_SUCH_OBJECTION);
            }
            if (objection.get().answer().isEmpty()) {
                return refuse(OpeningRefusal.NOT_ANSWERED);
            }
            return objection.get().settlement().isPresent()
                    ? refuse(OpeningRefusal.ALREADY_SETTLED)
                    : accept(new OpeningEvent.ObjectionSettled(c.number(), c.maintained(), now));
        }, COUNTED, DRAW, DECRYPTION, IMPORTED, READ_OUT, OBJECTION_WINDOW);
    }

    static Decision<OpeningEvent, OpeningRefusal> closeObjections(Opening state, Instant now) {
        return in(state, () -> {
            if (state.objecting().filter(window -> window.isOpenAt(now)).isPresent()) {
                return refuse(OpeningRefusal.OBJECTION_WINDOW_OPEN);
            }
            boolean settled = state.objections().stream()
                    .allMatch(one -> one.settlement().isPresent());
            return settled
                    ? accept(new OpeningEvent.ObjectionsClosed(now))
                    : refuse(OpeningRefusal.OBJECTIONS_UNANSWERED);
        }, OBJECTION_WINDOW);
    }

    static Duration minutes(Opening state) {
        return Duration.ofMinutes(Math.max(1, state.tender().objectionMinutes()));
    }

    private static Optional<Objection> numbered(Opening state, int number) {
        return state.objections().stream().filter(one -> one.number() == number).findFirst();
    }

    private static boolean isUnfit(String text) {
        return text.isBlank() || text.length() > TEXT_MAX;
    }
}
