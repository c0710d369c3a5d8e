package venue.bidopen.screen.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import venue.bidopen.session.Say;
import venue.domain.base.BidderId;
import venue.domain.opening.Bid;
import venue.domain.opening.Opening;
import venue.domain.opening.Phase;
import venue.domain.tender.BidSheet;
import venue.ui.Chip;

/// The read-out table (唱标表). Empty until all decryption is finished: only then are prices
/// published.
///
/// @param next the bid to read now
public record ReadingSheet(List<Row> rows, Optional<Row> next) {

    /// One bid as read out.
    public record Row(int number, BidderId bidder, String name, String price, String words,
            String days, String quality, String manager, String bond, Chip checks, String notes,
            boolean read) {}

    /// As `opening` stands.
    public static ReadingSheet of(Opening opening) {
        var rows = new ArrayList<Row>();
        if (opening.phase().reached(Phase.READ_OUT)) {
            for (var bid : opening.openedBids()) {
                rows.add(row(rows.size() + 1, bid, bid.opened().orElseThrow()));
            }
        }
        return new ReadingSheet(List.copyOf(rows),
                rows.stream().filter(row -> !row.read()).findFirst());
    }

    private static Row row(int number, Bid bid, Bid.Opened opened) {
        BidSheet sheet = opened.sheet();
        var wrong = opened.findings().stream().filter(finding -> !finding.ok()).toList();
        return new Row(number, bid.bidder(), sheet.bidderName(), sheet.price().grouped(),
                sheet.priceInWords(), Integer.toString(sheet.durationDays()), sheet.quality(),
                sheet.manager() + "（" + sheet.managerLicence() + "）",
                sheet.bond().grouped() + " " + sheet.bondForm(),
                wrong.isEmpty()
                        ? Chip.ok(Say.it("reading.agree"))
                        : Chip.warn(Say.it("reading.recorded")),
                wrong.stream()
                        .map(finding -> Say.it("finding.wrong." + finding.kind(), finding.note()))
                        .collect(Collectors.joining("；")),
                bid.readAt().isPresent());
    }
}
