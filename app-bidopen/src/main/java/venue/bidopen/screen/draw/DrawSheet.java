package venue.bidopen.screen.draw;

import java.util.List;
import java.util.Optional;

import venue.bidopen.session.Say;
import venue.domain.opening.CoefficientDraw;
import venue.domain.opening.Opening;
import venue.domain.tender.DrawPlan;
import venue.ui.Chip;

/// One draw as the room needs to see it.
///
/// @param plan what is drawn; empty when the tender file orders none
public record DrawSheet(Optional<DrawPlan> plan, List<Row> rows, String dice, String value,
        String transcript) {

    /// Who contributes, in the order of the table.
    public static final List<String> PARTIES = List.of("tenderer", "agency", "supervisor",
            CoefficientDraw.MACHINE);

    /// One party.
    public record Row(String party, String name, Chip committed, String commitment,
            Chip revealed) {}

    /// As `opening` stands.
    public static DrawSheet of(Opening opening) {
        var plan = opening.brief().flatMap(brief -> brief.tender().draws().stream()
                .filter(p -> opening.draw(p.id()).flatMap(CoefficientDraw::result).isEmpty())
                .findFirst().or(() -> brief.tender().draws().stream().reduce((_, last) -> last)));
        var draw = plan.flatMap(p -> opening.draw(p.id()));
        return new DrawSheet(plan,
                draw.map(DrawSheet::rows).orElse(List.of()),
                draw.map(d -> String.join(" ", d.dice().stream().map(String::valueOf).toList()))
                        .orElse(""),
                draw.flatMap(CoefficientDraw::result).map(CoefficientDraw.Result::value)
                        .orElse("—"),
                draw.flatMap(CoefficientDraw::result).map(CoefficientDraw.Result::transcript)
                        .orElse(""));
    }

    /// What a party is called.
    public static String name(String party) {
        return Say.it("party." + party);
    }

    private static List<Row> rows(CoefficientDraw draw) {
        return draw.parties().stream().map(party -> {
            var commitment = Optional.ofNullable(draw.commitments().get(party));
            return new Row(party, name(party),
                    commitment.isPresent()
                            ? Chip.ok(Say.it("draw.committed"))
                            : Chip.idle(Say.it("draw.waiting")),
                    commitment.map(digest -> digest.brief()).orElse(""),
                    draw.nonces().containsKey(party)
                            ? Chip.ok(Say.it("draw.revealed"))
                            : Chip.idle(Say.it("draw.hidden")));
        }).toList();
    }
}
