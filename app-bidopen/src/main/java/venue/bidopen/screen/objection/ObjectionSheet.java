package venue.bidopen.screen.objection;

import java.util.List;

import venue.bidopen.session.Say;
import venue.domain.opening.Objection;
import venue.domain.opening.Opening;
import venue.ui.Chip;

/// The objections raised, answered, kept or dropped.
public record ObjectionSheet(List<Row> rows) {

    /// One objection.
    public record Row(int number, String bidder, String person, String topic, String text,
            String answer, Chip state, String at) {}

    /// As `opening` stands.
    public static ObjectionSheet of(Opening opening) {
        return new ObjectionSheet(
                opening.objections().stream().map(one -> row(opening, one)).toList());
    }

    private static Row row(Opening opening, Objection one) {
        var name = opening.bid(one.bidder()).map(bid -> bid.receipt().bidderName()).orElse("");
        return new Row(one.number(), name, one.raisedBy(), Say.of(one.topic()), one.text(),
                one.answer().map(answer -> answer.text() + "（" + answer.answeredBy() + "）")
                        .orElse(""),
                state(one), Say.clock(one.at()));
    }

    private static Chip state(Objection one) {
        if (one.settlement().isPresent()) {
            return one.settlement().get().maintained()
                    ? Chip.warn(Say.it("objection.maintained"))
                    : Chip.ok(Say.it("objection.accepted"));
        }
        return one.answer().isPresent()
                ? Chip.info(Say.it("objection.answered"))
                : Chip.bad(Say.it("objection.raised"));
    }
}
