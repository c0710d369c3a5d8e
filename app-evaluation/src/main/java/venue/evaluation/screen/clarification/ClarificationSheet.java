package venue.evaluation.screen.clarification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import venue.domain.base.BidderId;
import venue.domain.evaluation.Clarification;
import venue.domain.evaluation.Evaluation;

/// The questions to bidders and their answers.
///
/// @param open the first question that waits for an answer
public record ClarificationSheet(List<Bid> bids, List<Row> rows, Optional<Row> open) {

    public ClarificationSheet {
        bids = List.copyOf(bids);
        rows = List.copyOf(rows);
    }

    /// Somebody who can be asked.
    public record Bid(BidderId bidder, String name) {}

    /// One question.
    public record Row(int number, String bidder, String question, Instant due, Standing standing,
            String answer) {}

    /// What became of a question.
    public enum Standing {
        /// 待答复
        OPEN,
        /// 已答复
        ANSWERED,
        /// 视为放弃答复
        LAPSED
    }

    /// The sheet of now.
    public static ClarificationSheet of(Evaluation now) {
        var rows = now.clarifications().stream().map(one -> row(now, one)).toList();
        return new ClarificationSheet(
                now.offers().stream()
                        .map(offer -> new Bid(offer.bidder(), offer.sheet().bidderName())).toList(),
                rows, rows.stream().filter(row -> row.standing() == Standing.OPEN).findFirst());
    }

    private static Row row(Evaluation now, Clarification one) {
        var standing = one.isOpen()
                ? Standing.OPEN
                : one.answered().isPresent() ? Standing.ANSWERED : Standing.LAPSED;
        return new Row(one.asked().number(),
                now.offer(one.asked().bidder()).map(offer -> offer.sheet().bidderName())
                        .orElse(one.asked().bidder().value()),
                one.asked().question(), one.asked().due(), standing,
                one.answered().map(answer -> answer.text()).orElse(""));
    }
}
