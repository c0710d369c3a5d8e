package venue.domain.opening;

import static venue.domain.opening.OpeningRules.accept;
import static venue.domain.opening.OpeningRules.in;
import static venue.domain.opening.OpeningRules.refuse;
import static venue.domain.opening.Phase.COUNTED;
import static venue.domain.opening.Phase.DECRYPTION;
import static venue.domain.opening.Phase.DRAW;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

import venue.domain.base.BidderId;
import venue.domain.base.Decision;

/// Decryption (解密): every bid is opened, or the reason why it stayed sealed is decided
/// (电子招标投标办法 第三十、三十一条).
final class DecryptionRules {

    private DecryptionRules() {}

    static Decision<OpeningEvent, OpeningRefusal> begin(Opening state, Instant now) {
        return in(state, () -> {
            if (!state.listPublished()) {
                return refuse(OpeningRefusal.LIST_NOT_PUBLISHED);
            }
            if (!state.allDrawn()) {
                return refuse(OpeningRefusal.DRAW_UNFINISHED);
            }
            var minutes = Duration.ofMinutes(state.tender().decryptionMinutes());
            return accept(new OpeningEvent.DecryptionBegan(now.plus(minutes), now));
        }, COUNTED, DRAW);
    }

    static Decision<OpeningEvent, OpeningRefusal> attempt(Opening state,
            OpeningCommand.RecordAttempt c, Instant now) {
        return sealed(state, c.bidder(), _ -> {
            boolean open = isOpen(state, now);
            if (c.code() == DecryptionCode.TIMEOUT && open) {
                return refuse(OpeningRefusal.WINDOW_OPEN);
            }
            if (c.code() != DecryptionCode.TIMEOUT && !open) {
                return refuse(OpeningRefusal.WINDOW_OVER);
            }
            if (c.code() == DecryptionCode.OK) {
                return refuse(OpeningRefusal.NOT_OPENED_BID);
            }
            return accept(new OpeningEvent.AttemptRecorded(c.bidder(), c.code(), c.probes(),
                    c.code().proposal(c.probes()), now));
        });
    }

    static Decision<OpeningEvent, OpeningRefusal> handIn(Opening state,
            OpeningCommand.HandInPlainBid c, Instant now) {
        return sealed(state, c.bidder(), bid -> {
            if (!isOpen(state, now)) {
                return refuse(OpeningRefusal.WINDOW_OVER);
            }
            if (!KeyRules.mayOpen(state, bid)) {
                return refuse(OpeningRefusal.QUORUM_MISSING);
            }
            if (!KeyRules.isByBidder(state, c)) {
                return refuse(OpeningRefusal.RESCUE_NEEDS_SUPERVISOR);
            }
            if (!c.probes().asReceived()) {
                return refuse(OpeningRefusal.NOT_AS_RECEIVED);
            }
            if (!c.sheet().bidder().equals(c.bidder())) {
                return refuse(OpeningRefusal.ANOTHERS_SHEET);
            }
            var findings = SheetCheck.findings(state.tender(), bid.receipt(), c.sheet(),
                    c.findings());
            return accept(new OpeningEvent.BidDecrypted(c.bidder(), c.sheet(), c.files(),
                    c.probes(), findings, c.signerSerial(), now));
        });
    }

    static Decision<OpeningEvent, OpeningRefusal> cause(Opening state,
            OpeningCommand.DecideCause c, Instant now) {
        return sealed(state, c.bidder(), bid -> {
            if (bid.attempts().isEmpty()) {
                return refuse(OpeningRefusal.NO_ATTEMPT);
            }
            if (c.reason().isBlank()) {
                return refuse(OpeningRefusal.REASON_MISSING);
            }
            if (isCommonFault(state)) {
                return refuse(OpeningRefusal.COMMON_FAULT);
            }
            if (isOpen(state, now) && c.view() != Bid.BidderView.AGREES) {
                return refuse(OpeningRefusal.WINDOW_OPEN);
            }
            return accept(new OpeningEvent.CauseDecided(c.bidder(), c.cause(),
                    c.reason().strip(), c.view(), now));
        });
    }

    static Decision<OpeningEvent, OpeningRefusal> close(Opening state, Instant now) {
        return in(state, () -> {
            if (!state.bids().values().stream().allMatch(Bid::isSettled)) {
                return refuse(OpeningRefusal.BIDS_UNSETTLED);
            }
            int opened = state.openedBids().size();
            return accept(new OpeningEvent.DecryptionClosed(opened,
                    state.bids().size() - opened, now));
        }, DECRYPTION);
    }

    /// When every bid fails for a cause outside the bidders, no single bid is judged: the meeting
    /// stops until the common fault is cured.
    private static boolean isCommonFault(Opening state) {
        return state.bids().values().stream().allMatch(bid -> bid.opened().isEmpty()
                && !bid.attempts().isEmpty()
                && bid.attempts().getLast().proposed() == Cause.OTHER);
    }

    static boolean isOpen(Opening state, Instant now) {
        return state.decryption().filter(window -> window.isOpenAt(now)).isPresent();
    }

    static Decision<OpeningEvent, OpeningRefusal> sealed(Opening state, BidderId bidder,
            Function<Bid, Decision<OpeningEvent, OpeningRefusal>> step) {
        return in(state, () -> {
            var bid = state.bid(bidder);
            if (bid.isEmpty()) {
                return refuse(OpeningRefusal.UNKNOWN_BIDDER);
            }
            return bid.get().opened().isPresent()
                    ? refuse(OpeningRefusal.ALREADY_OPENED)
                    : step.apply(bid.get());
        }, DECRYPTION);
    }
}
