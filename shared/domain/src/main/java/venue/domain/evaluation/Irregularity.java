package venue.domain.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import venue.domain.base.BidderId;
import venue.domain.base.PersonId;
import venue.domain.base.Points;
import venue.domain.evaluation.formula.Exact;
import venue.domain.evaluation.ranking.Score;
import venue.domain.evaluation.ranking.ScoreItem;

/// Something in the ballots that has to be looked at before anybody signs (政府采购货物和服务招标投标
/// 管理办法 第六十四条).
///
/// @param members whose points are concerned
/// @param item the item, or empty when a whole total is meant
public record Irregularity(Kind kind, BidderId bidder, String item, List<PersonId> members) {

    public Irregularity {
        members = List.copyOf(members);
    }

    /// The three that a machine can see.
    public enum Kind {
        /// 评分超出评分标准范围
        OUT_OF_RANGE,
        /// 客观分不一致
        OBJECTIVE_DIFFERS,
        /// 畸高畸低
        OUTLIER;

        /// Whether it has to be gone before the report can be drafted.
        public boolean blocks() {
            return this != OUTLIER;
        }
    }

    /// All of them, in the order of bids and items.
    static List<Irregularity> in(EvaluationPlan plan, List<BidderId> bidders,
            SortedMap<PersonId, List<Score>> ballots) {
        var found = new ArrayList<Irregularity>();
        for (var bidder : bidders) {
            for (var item : plan.scoring()) {
                var outside = who(ballots, ballot -> Outcome.points(bidder, item.id(), ballot)
                        .stream().anyMatch(points -> !item.isInRange(points)));
                if (!outside.isEmpty()) {
                    found.add(new Irregularity(Kind.OUT_OF_RANGE, bidder, item.id(), outside));
                }
                if (item.objective() && given(bidder, item, ballots).distinct().count() > 1) {
                    found.add(new Irregularity(Kind.OBJECTIVE_DIFFERS, bidder, item.id(),
                            List.copyOf(ballots.keySet())));
                }
            }
            var far = ballots.keySet().stream()
                    .filter(member -> isFar(plan, bidder, member, ballots)).toList();
            if (!far.isEmpty()) {
                found.add(new Irregularity(Kind.OUTLIER, bidder, "", far));
            }
        }
        return found;
    }

    private static Stream<Points> given(BidderId bidder, ScoreItem item,
            SortedMap<PersonId, List<Score>> ballots) {
        return ballots.values().stream()
                .flatMap(ballot -> Outcome.points(bidder, item.id(), ballot).stream());
    }

    private static boolean isFar(EvaluationPlan plan, BidderId bidder, PersonId member,
            SortedMap<PersonId, List<Score>> ballots) {
        var own = total(bidder, ballots.getOrDefault(member, List.of()));
        var others = ballots.entrySet().stream().filter(entry -> !entry.getKey().equals(member))
                .map(entry -> total(bidder, entry.getValue())).toList();
        if (others.isEmpty()) {
            return false;
        }
        var mean = Exact.mean(others);
        var most = mean.multiply(plan.outlierPercent()).movePointLeft(2);
        return own.subtract(mean).abs().compareTo(most) > 0;
    }

    private static BigDecimal total(BidderId bidder, List<Score> ballot) {
        return ballot.stream().filter(score -> score.bidder().equals(bidder))
                .map(score -> score.points().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<PersonId> who(SortedMap<PersonId, List<Score>> ballots,
            java.util.function.Predicate<List<Score>> when) {
        return ballots.entrySet().stream().filter(entry -> when.test(entry.getValue()))
                .map(java.util.Map.Entry::getKey).toList();
    }
}
