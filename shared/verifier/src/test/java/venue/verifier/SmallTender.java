package venue.verifier;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import venue.domain.base.BidderId;
import venue.domain.base.DeviceId;
import venue.domain.base.Digest;
import venue.domain.base.Money;
import venue.domain.base.Points;
import venue.domain.base.Role;
import venue.domain.base.SocialCreditCode;
import venue.domain.base.TenderId;
import venue.domain.evaluation.EvaluationBrief;
import venue.domain.evaluation.EvaluationPlan;
import venue.domain.evaluation.formula.Benchmark;
import venue.domain.evaluation.formula.DeviationFormula;
import venue.domain.evaluation.formula.PriceRule;
import venue.domain.evaluation.ranking.Aggregation;
import venue.domain.evaluation.ranking.Score;
import venue.domain.evaluation.ranking.ScoreItem;
import venue.domain.evaluation.ranking.TieBreak;
import venue.domain.evaluation.review.Mark;
import venue.domain.evaluation.review.ReviewItem;
import venue.domain.money.AmountInWords;
import venue.domain.opening.OpeningBrief;
import venue.domain.tender.BidSheet;
import venue.domain.tender.DrawPlan;
import venue.domain.tender.Organisation;
import venue.domain.tender.Person;
import venue.domain.tender.Receipt;
import venue.domain.tender.Regime;
import venue.domain.tender.Tender;
import venue.domain.tender.TenderKind;

/// The tender of the small day: four bids, one of them to be rejected, five members.
final class SmallTender {

    static final TenderId ID = new TenderId("E2106000001000123001001");
    static final List<String> MEMBERS = List.of("P-TENDERER", "P-EXPERT-1", "P-EXPERT-2",
            "P-EXPERT-3", "P-EXPERT-4");
    static final int BIDS = 4;

    private SmallTender() {}

    static Tender tender() {
        var party = new Organisation("某局", bidder(9).value());
        return new Tender(ID, "A", "某管廊工程", "一标段", Regime.Z, TenderKind.WORKS, party, party,
                "开标一室", SmallPeople.NINE, Money.yuan("12000000"), 30, 5,
                List.of(new DrawPlan("K", "下浮系数", List.of("0.95", "0.96", "0.97"))), "合格", 300,
                Money.yuan("100000"), "Z-2026.1");
    }

    static BidderId bidder(int number) {
        var body = "91210100MA0TEX%03d".formatted(number);
        return new BidderId(body + SocialCreditCode.checkOf(body));
    }

    static BidSheet sheet(int number) {
        var price = Money.yuan(String.valueOf(10_000_000 + number * 137_500) + ".50");
        return new BidSheet(bidder(number), "投标人" + number, price, AmountInWords.of(price), 300,
                "合格", "经理" + number, "辽121", Money.yuan("100000"), "保函", "");
    }

    static OpeningBrief opening(SmallPeople people) {
        var receipts = IntStream.rangeClosed(1, BIDS)
                .mapToObj(n -> new Receipt(bidder(n), "投标人" + n,
                        SmallPeople.NINE.minusSeconds(3600 - n), 1000,
                        new Digest("0".repeat(63) + n), new Digest("1".repeat(63) + n), "0A"))
                .toList();
        return new OpeningBrief(tender(),
                List.of(people.person("P-HOST", Role.HOST),
                        people.person("P-SUPERVISOR", Role.OPENING_SUPERVISOR),
                        people.person("P-WITNESS", Role.WITNESS)),
                receipts);
    }

    static EvaluationBrief evaluation(SmallPeople people) {
        var all = new ArrayList<Person>();
        MEMBERS.forEach(id -> all.add(people.person(id,
                id.equals("P-TENDERER") ? Role.TENDERER_MEMBER : Role.EXPERT)));
        all.add(people.person("P-HOST", Role.HOST));
        return new EvaluationBrief(tender(), plan(), all, IntStream.rangeClosed(1, 5)
                .mapToObj(seat -> new DeviceId("seat-" + seat)).toList());
    }

    private static EvaluationPlan plan() {
        var formula = new DeviationFormula(Points.of("60"), BigDecimal.TWO, BigDecimal.ONE,
                Points.ZERO, Optional.empty(), DeviationFormula.Steps.LINEAR, Optional.empty());
        return new EvaluationPlan(
                List.of(new ReviewItem("X-1", ReviewItem.Kind.FORM, "签字盖章", "2.1.1", "R01"),
                        new ReviewItem("X-2", ReviewItem.Kind.RESPONSE, "工期", "2.1.3", "R07")),
                List.of(new ScoreItem("J-1", ScoreItem.Part.TECHNICAL, "方案", Points.of("5"),
                        Points.of("25"), Points.of("0.5"), false, "优良中差"),
                        new ScoreItem("S-1", ScoreItem.Part.BUSINESS, "业绩", Points.of("0"),
                                Points.of("15"), Points.of("3"), true, "每项3分")),
                Aggregation.mean(),
                new PriceRule(formula,
                        new Benchmark.DrawnMean(List.of(new Benchmark.Drop(5, 1, 1)), "K"),
                        PriceRule.Scope.PASSED, Optional.of(2), "2.2.3"),
                List.of(TieBreak.LOWER_PRICE), 3, new BigDecimal("30"), 30);
    }

    /// Bidder 4 fails the period in the eyes of three.
    static List<Mark> marks(int member) {
        var marks = new ArrayList<Mark>();
        for (int n = 1; n <= BIDS; n++) {
            marks.add(Mark.conforming(bidder(n), "X-1"));
            marks.add(member < 3 && n == BIDS
                    ? Mark.failing(bidder(n), "X-2", "工期超出", "第 3 页")
                    : Mark.conforming(bidder(n), "X-2"));
        }
        return marks;
    }

    static List<Score> scores(int member) {
        var scores = new ArrayList<Score>();
        for (int n = 1; n < BIDS; n++) {
            scores.add(new Score(bidder(n), "J-1", Points.of(String.valueOf(20 - n + member % 3))));
            scores.add(new Score(bidder(n), "S-1", Points.of("12")));
        }
        return scores;
    }
}
