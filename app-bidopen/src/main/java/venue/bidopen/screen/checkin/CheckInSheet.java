package venue.bidopen.screen.checkin;

import java.util.List;

import venue.bidopen.session.Say;
import venue.domain.base.BidderId;
import venue.domain.opening.Attendance;
import venue.domain.opening.Bid;
import venue.domain.opening.Opening;
import venue.domain.opening.Phase;
import venue.ui.Chip;

/// Who has signed in. Before the deadline nobody else is named: names and number of the bidders are
/// secret until then (招标投标法 第二十二条).
///
/// @param closed whether all bidders may be named
public record CheckInSheet(boolean closed, List<Row> rows, long present) {

    /// One bidder.
    public record Row(BidderId bidder, String name, Chip state, String person, String at) {}

    /// As `opening` stands.
    public static CheckInSheet of(Opening opening) {
        boolean closed = opening.phase().reached(Phase.CLOSED_FOR_SUBMISSION);
        var rows = opening.bids().values().stream()
                .filter(bid -> closed || bid.attendance().isPresent()).map(CheckInSheet::row)
                .toList();
        return new CheckInSheet(closed, rows, opening.present());
    }

    private static Row row(Bid bid) {
        return new Row(bid.bidder(), bid.receipt().bidderName(),
                bid.attendance().map(CheckInSheet::chip).orElse(Chip.idle(Say.it("absent.yet"))),
                bid.attendance().map(CheckInSheet::person).orElse(""),
                bid.attendance().map(there -> Say.clock(there.at())).orElse(""));
    }

    private static Chip chip(Attendance there) {
        if (there.present()) {
            return there.late()
                    ? Chip.warn(Say.it("present.late"))
                    : Chip.ok(Say.it("present.in-time"));
        }
        return Chip.bad(Say.of(there.absence()));
    }

    private static String person(Attendance there) {
        return there.present()
                ? there.representative() + "（" + there.authority() + "）"
                : there.note();
    }
}
