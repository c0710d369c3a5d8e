package venue.bidopen.screen.decrypt;

import java.util.ArrayList;
import java.util.List;

import venue.bidopen.session.Say;
import venue.domain.base.BidderId;
import venue.domain.opening.Bid;
import venue.domain.opening.Cause;
import venue.domain.opening.DecryptionCode;
import venue.domain.opening.Opening;
import venue.ui.Chip;

/// How far each bid has come in decryption.
public record DecryptSheet(List<Row> rows, int opened, int settled) {

    /// One bid.
    public record Row(int number, BidderId bidder, String name, Chip state, int attempts,
            String last, String evidence) {}

    /// As `opening` stands.
    public static DecryptSheet of(Opening opening) {
        var rows = new ArrayList<Row>();
        if (opening.decryption().isPresent()) {
            for (var bid : opening.bids().values()) {
                rows.add(row(rows.size() + 1, bid));
            }
        }
        return new DecryptSheet(List.copyOf(rows), opening.openedBids().size(), Math.toIntExact(
                opening.bids().values().stream().filter(Bid::isSettled).count()));
    }

    private static Row row(int number, Bid bid) {
        var last = bid.attempts().isEmpty() ? null : bid.attempts().getLast();
        return new Row(number, bid.bidder(), bid.receipt().bidderName(), state(bid),
                bid.attempts().size(),
                last == null ? "" : Say.clock(last.at()) + " " + Say.of(last.code()),
                last == null ? "" : evidence(last));
    }

    private static Chip state(Bid bid) {
        if (bid.opened().isPresent()) {
            return Chip.ok(Say.it("decrypt.opened"));
        }
        if (bid.verdict().isPresent()) {
            var cause = bid.verdict().get().cause();
            return cause == Cause.PENDING
                    ? Chip.warn(Say.of(cause))
                    : Chip.bad(Say.it("outcome." + cause));
        }
        return bid.attempts().isEmpty()
                ? Chip.idle(Say.it("decrypt.waiting"))
                : Chip.warn(Say.it("decrypt.failed"));
    }

    private static String evidence(Bid.Attempt attempt) {
        var probes = attempt.probes();
        if (attempt.code() == DecryptionCode.OK) {
            return Say.it("decrypt.evidence.ok", probes.presentedSerial());
        }
        return Say.it("decrypt.evidence", Say.of(attempt.proposed()), probes.note());
    }
}
