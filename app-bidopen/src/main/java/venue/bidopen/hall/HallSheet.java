package venue.bidopen.hall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import venue.bidopen.session.Say;
import venue.domain.opening.Bid;
import venue.domain.opening.CoefficientDraw;
import venue.domain.opening.Opening;
import venue.domain.opening.Phase;
import venue.ui.Chip;

/// What everybody in the hall may see now (大屏).
///
/// @param phase where the meeting is
/// @param countdown name of what is counted down, or empty
/// @param left how long
/// @param figures three figures with their names
public record HallSheet(String phase, String countdown, String left, List<Figure> figures,
        List<Row> rows, List<String> drawn, boolean prices) {

    /// One big figure.
    public record Figure(String name, String value) {}

    /// One bidder.
    public record Row(String number, String name, String received, Chip state, String price,
            String words, String days) {}

    /// As `opening` stands at `now`.
    public static HallSheet of(Opening opening, Instant now) {
        boolean prices = opening.phase().reached(Phase.READ_OUT) && !isAborted(opening.phase());
        return new HallSheet(Say.of(opening.phase()), countdown(opening), left(opening, now),
                figures(opening), rows(opening, prices), drawn(opening), prices);
    }

    private static boolean isAborted(Phase phase) {
        return phase == Phase.NOT_OPENED || phase == Phase.TERMINATED;
    }

    private static String countdown(Opening opening) {
        return switch (opening.phase()) {
            case READY, CHECK_IN -> Say.it("hall.to-deadline");
            case DECRYPTION -> Say.it("hall.to-decryption-end");
            case OBJECTION_WINDOW -> Say.it("hall.to-objection-end");
            default -> "";
        };
    }

    private static String left(Opening opening, Instant now) {
        return switch (opening.phase()) {
            case READY, CHECK_IN -> Say.left(now, opening.tender().deadline());
            case DECRYPTION ->
                opening.decryption().map(window -> Say.left(now, window.until())).orElse("");
            case OBJECTION_WINDOW ->
                opening.objecting().map(window -> Say.left(now, window.until())).orElse("");
            default -> "";
        };
    }

    private static List<Figure> figures(Opening opening) {
        boolean closed = opening.phase().reached(Phase.COUNTED);
        return List.of(
                new Figure(Say.it("hall.received"),
                        closed ? Integer.toString(opening.bids().size()) : "—"),
                new Figure(Say.it("hall.present"), Long.toString(opening.present())),
                new Figure(Say.it("hall.opened"), opening.decryption().isPresent()
                        ? Integer.toString(opening.openedBids().size())
                        : "—"));
    }

    private static List<Row> rows(Opening opening, boolean prices) {
        var rows = new ArrayList<Row>();
        if (opening.listPublished()) {
            for (var bid : opening.bids().values()) {
                rows.add(row(rows.size() + 1, opening, bid, prices));
            }
        }
        return List.copyOf(rows);
    }

    private static Row row(int number, Opening opening, Bid bid, boolean prices) {
        var sheet = bid.opened().map(Bid.Opened::sheet).filter(_ -> prices);
        return new Row(Integer.toString(number), bid.receipt().bidderName(),
                Say.clock(bid.receipt().completedAt()), state(opening, bid),
                sheet.map(s -> s.price().grouped()).orElse(""),
                sheet.map(s -> s.priceInWords()).orElse(""),
                sheet.map(s -> Integer.toString(s.durationDays())).orElse(""));
    }

    private static Chip state(Opening opening, Bid bid) {
        if (bid.readAt().isPresent()) {
            return Chip.ok(Say.it("reading.read"));
        }
        if (bid.opened().isPresent()) {
            return Chip.ok(Say.it("decrypt.opened"));
        }
        if (bid.verdict().isPresent()) {
            return Chip.bad(Say.it("outcome." + bid.verdict().get().cause()));
        }
        return opening.decryption().isPresent()
                ? Chip.idle(Say.it("decrypt.waiting"))
                : Chip.info(Say.it("hall.sealed"));
    }

    private static List<String> drawn(Opening opening) {
        var lines = new ArrayList<String>();
        for (var draw : opening.draws().values()) {
            var value = draw.result().map(CoefficientDraw.Result::value)
                    .orElse(Say.it("hall.drawing"));
            lines.add(draw.plan().title() + "：" + value);
            if (draw.result().isEmpty()) {
                lines.add(Say.it("hall.draw.state", draw.commitments().size(),
                        draw.parties().size(), draw.dice().isEmpty()
                                ? "—"
                                : String.join(" ",
                                        draw.dice().stream().map(String::valueOf).toList()),
                        draw.nonces().size()));
            }
        }
        return List.copyOf(lines);
    }
}
