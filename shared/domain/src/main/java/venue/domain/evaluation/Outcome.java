package venue.domain.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import venue.domain.base.BidderId;
import venue.domain.base.Money;
import venue.domain.base.PersonId;
import venue.domain.base.Points;
import venue.domain.evaluation.formula.PriceSheet;
import venue.domain.evaluation.formula.Quote;
import venue.domain.evaluation.ranking.Aggregation;
import venue.domain.evaluation.ranking.Place;
import venue.domain.evaluation.ranking.Ranking;
import venue.domain.evaluation.ranking.Score;
import venue.domain.evaluation.ranking.ScoreItem;
import venue.domain.evaluation.ranking.Total;
import venue.domain.evaluation.review.Mark;
import venue.domain.evaluation.review.ReviewTally;

/// The result of an evaluation (评标结果), a pure function of what was signed: whoever has the plan,
/// the prices, the marks, the ballots and the draws comes to the same result.
///
/// @param passed bids that passed the preliminary review
/// @param sheet how the price points came about; absent when nobody passed
/// @param ranking empty until there are ballots
/// @param candidates first to last
/// @param irregularities what has to be looked at before anybody signs (87号令 第六十四条)
public record Outcome(ReviewTally review, List<BidderId> passed, Optional<PriceSheet> sheet,
        Ranking ranking, List<BidderId> candidates, List<Irregularity> irregularities) {

    public Outcome {
        passed = List.copyOf(passed);
        candidates = List.copyOf(candidates);
        irregularities = List.copyOf(irregularities);
    }

    /// The result over all opened bids.
    ///
    /// @param prices every opened bid
    /// @param reviews each member's marks
    /// @param ballots each member's points, corrections applied
    /// @param draws values drawn at the opening by id, and under `TIE` the order of a lot
    public static Outcome of(EvaluationPlan plan, SortedMap<BidderId, Money> prices,
            SortedMap<PersonId, List<Mark>> reviews, SortedMap<PersonId, List<Score>> ballots,
            Map<String, String> draws) {
        var tally = ReviewTally.of(plan.review(), new TreeSet<>(prices.keySet()), reviews);
        var passed = prices.keySet().stream().filter(bidder -> !tally.rejects(bidder)).toList();
        var quotes = prices.entrySet().stream()
                .map(entry -> new Quote(entry.getKey(), entry.getValue())).toList();
        var sheet = PriceSheet.of(plan.price(), quotes, new TreeSet<>(passed), draws);
        if (ballots.isEmpty() || sheet.isEmpty()) {
            return new Outcome(tally, passed, sheet, new Ranking(List.of()), List.of(), List.of());
        }
        var totals = new ArrayList<Total>();
        for (var quote : quotes) {
            sheet.get().points(quote.bidder()).ifPresent(points -> totals.add(new Total(
                    quote.bidder(), quote.price(),
                    part(plan, ScoreItem.Part.TECHNICAL, quote.bidder(), ballots),
                    part(plan, ScoreItem.Part.BUSINESS, quote.bidder(), ballots), points)));
        }
        var ranking = Ranking.of(totals, plan.tieBreaks(), settled(draws));
        var candidates = ranking.places().stream().limit(plan.candidates())
                .map(Place::total).map(Total::bidder).toList();
        return new Outcome(tally, passed, sheet, ranking, candidates,
                Irregularity.in(plan, passed, ballots));
    }

    /// Whether anything forbids to sign.
    public boolean isBlocked() {
        return irregularities.stream().anyMatch(irregularity -> irregularity.kind().blocks());
    }

    /// One member's sum over a part of one bid; empty when the member left an item out.
    public static Optional<Points> sum(EvaluationPlan plan, ScoreItem.Part part, BidderId bidder,
            List<Score> ballot) {
        var sum = Points.ZERO;
        for (var item : plan.scoring()) {
            if (item.part() == part) {
                var points = points(bidder, item.id(), ballot);
                if (points.isEmpty()) {
                    return Optional.empty();
                }
                sum = sum.plus(points.get());
            }
        }
        return Optional.of(sum);
    }

    /// One member's points for one item of one bid.
    public static Optional<Points> points(BidderId bidder, String item, List<Score> ballot) {
        return ballot.stream()
                .filter(score -> score.bidder().equals(bidder) && score.item().equals(item))
                .map(Score::points).findFirst();
    }

    /// The members' points for a part of one bid, brought together as the tender file says.
    static Points part(EvaluationPlan plan, ScoreItem.Part part, BidderId bidder,
            SortedMap<PersonId, List<Score>> ballots) {
        if (plan.scoring().stream().noneMatch(item -> item.part() == part)) {
            return Points.ZERO;
        }
        return switch (plan.aggregation().level()) {
            case PER_TOTAL -> aggregated(plan.aggregation(), ballots.values().stream()
                    .flatMap(ballot -> sum(plan, part, bidder, ballot).stream()).toList());
            case PER_ITEM -> plan.scoring().stream().filter(item -> item.part() == part)
                    .map(item -> aggregated(plan.aggregation(), ballots.values().stream()
                            .flatMap(ballot -> points(bidder, item.id(), ballot).stream())
                            .toList()))
                    .reduce(Points.ZERO, Points::plus);
        };
    }

    private static Points aggregated(Aggregation way, List<Points> points) {
        var values = points.stream().map(Points::value).toList();
        return new Points(values.isEmpty() ? BigDecimal.ZERO : way.of(values));
    }

    private static List<BidderId> settled(Map<String, String> draws) {
        var order = draws.getOrDefault(Drawn.TIE, "");
        return order.isEmpty()
                ? List.of()
                : Arrays.stream(order.split(",")).map(BidderId::new).toList();
    }

    /// The prices by bidder.
    public static SortedMap<BidderId, Money> prices(List<Offer> offers) {
        var prices = new TreeMap<BidderId, Money>();
        offers.forEach(offer -> prices.put(offer.bidder(), offer.price()));
        return prices;
    }
}
