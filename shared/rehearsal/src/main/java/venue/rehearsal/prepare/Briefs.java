package venue.rehearsal.prepare;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.domain.base.DealCode;
import venue.domain.base.DeviceId;
import venue.domain.base.Digest;
import venue.domain.base.Money;
import venue.domain.base.PersonId;
import venue.domain.base.Points;
import venue.domain.base.Role;
import venue.domain.base.TenderId;
import venue.domain.evaluation.EvaluationBrief;
import venue.domain.evaluation.EvaluationPlan;
import venue.domain.evaluation.formula.Benchmark;
import venue.domain.evaluation.formula.DeviationFormula;
import venue.domain.evaluation.formula.PriceRule;
import venue.domain.evaluation.ranking.Aggregation;
import venue.domain.evaluation.ranking.ScoreItem;
import venue.domain.evaluation.ranking.TieBreak;
import venue.domain.evaluation.review.ReviewItem;
import venue.domain.opening.OpeningBrief;
import venue.domain.tender.DrawPlan;
import venue.domain.tender.Organisation;
import venue.domain.tender.Person;
import venue.domain.tender.Receipt;
import venue.domain.tender.Regime;
import venue.domain.tender.Tender;
import venue.domain.tender.TenderKind;
import venue.domain.witness.WitnessBrief;

/// What the agency writes into the project packages: the tender, the people, the method.
public final class Briefs {

    /// SHA-256 of a person's or bidder's certificate, by id.
    @FunctionalInterface
    public interface Certificates {
        /// The digest of the certificate of `id` (`P-HOST`, `P-BIDDER-3` …).
        Digest of(String id);
    }

    private final Tender tender;
    private final Certificates certificates;

    /// @param deadline when bids close and the opening begins
    public Briefs(Instant deadline, Certificates certificates) {
        this.tender = tender(deadline);
        this.certificates = certificates;
    }

    /// The tender as published.
    public Tender tender() {
        return tender;
    }

    private static Tender tender(Instant deadline) {
        var platform = Story.code("91211100MA0UX01K8");
        var check = DealCode.checkOf("A01" + platform + "20261123" + "000002");
        var deal = "A01-" + platform + "-20261123-000002-" + check;
        return new Tender(new TenderId(Story.TENDER_ID), deal,
                Story.PROJECT, Story.LOT, Regime.Z, TenderKind.WORKS,
                new Organisation(Story.TENDERER, Story.code("91211100MA0UT01K6")),
                new Organisation(Story.AGENCY, Story.code("91210100MA0UG01K7")), Story.PLACE,
                deadline, Money.yuan(Story.CEILING), 30, 5,
                List.of(new DrawPlan("K", "评标基准价系数 K",
                        List.of("0.950", "0.955", "0.960", "0.965", "0.970", "0.975", "0.980"))),
                "合格", Story.DAYS, Money.yuan(Story.BOND), "Z-2026.1");
    }

    /// For the hall.
    public OpeningBrief opening(List<Receipt> receipts) {
        var people = staff();
        for (var bidder : Story.bidders()) {
            var id = "P-BIDDER-" + bidder.number();
            people.add(new Person(new PersonId(id), bidder.representative(), Role.BIDDER,
                    bidder.name(), certificates.of(id)));
        }
        return new OpeningBrief(tender, people, receipts);
    }

    /// For the witness: the staff, the bidders, and the members by their desks' names only.
    public WitnessBrief witness() {
        return new WitnessBrief(tender, opening(List.of()).people());
    }

    private List<Person> staff() {
        var people = new ArrayList<Person>();
        people.add(person("P-HOST", Role.HOST));
        people.add(person("P-AGENCY", Role.AGENCY));
        people.add(person("P-TENDERER", Role.TENDERER));
        people.add(person("P-SUPERVISOR", Role.OPENING_SUPERVISOR));
        people.add(person("P-WITNESS", Role.WITNESS));
        return people;
    }

    private Person person(String id, Role role) {
        var actor = Story.actor(id);
        return new Person(new PersonId(id), actor.name(), role, actor.unit(),
                certificates.of(id));
    }

    /// For the evaluation room.
    public EvaluationBrief evaluation() {
        var people = List.of(person("P-EXPERT-1", Role.EXPERT), person("P-EXPERT-2", Role.EXPERT),
                person("P-EXPERT-3", Role.EXPERT), person("P-EXPERT-4", Role.EXPERT),
                person("P-TENDERER", Role.TENDERER_MEMBER), person("P-EXPERT-5", Role.EXPERT),
                person("P-HOST", Role.HOST));
        var seats = List.of("seat-1", "seat-2", "seat-3", "seat-4", "seat-5").stream()
                .map(DeviceId::new).toList();
        return new EvaluationBrief(tender, plan(), people, seats);
    }

    private static EvaluationPlan plan() {
        return new EvaluationPlan(review(), scoring(), Aggregation.mean(), price(),
                List.of(TieBreak.LOWER_PRICE, TieBreak.HIGHER_TECHNICAL), 3,
                new BigDecimal("20"), 30);
    }

    private static List<ReviewItem> review() {
        return List.of(
                new ReviewItem("X-1", ReviewItem.Kind.FORM, "投标人名称与营业执照、资质证书一致",
                        "第三章 2.1.1（1）", "R03"),
                new ReviewItem("X-2", ReviewItem.Kind.FORM, "投标函及附录有电子印章或负责人签名",
                        "第三章 2.1.1（2）", "R01"),
                new ReviewItem("X-3", ReviewItem.Kind.FORM, "报价唯一，无备选方案", "第三章 2.1.1（5）",
                        "R04"),
                new ReviewItem("Z-1", ReviewItem.Kind.QUALIFICATION, "市政公用工程施工总承包一级及以上资质",
                        "第三章 2.1.2（2）", "R03"),
                new ReviewItem("Z-2", ReviewItem.Kind.QUALIFICATION, "项目经理为一级注册建造师（市政公用）",
                        "第三章 2.1.2（5）", "R03"),
                new ReviewItem("Y-1", ReviewItem.Kind.RESPONSE, "投标报价不高于最高投标限价",
                        "第三章 2.1.3（1）", "R05"),
                new ReviewItem("Y-2", ReviewItem.Kind.RESPONSE, "工期不超过 540 日历天",
                        "第三章 2.1.3（3）", "R10"),
                new ReviewItem("Y-3", ReviewItem.Kind.RESPONSE, "已标价工程量清单与招标清单一致",
                        "第三章 2.1.3（8）", "R07"));
    }

    private static List<ScoreItem> scoring() {
        return List.of(
                score("J-1", ScoreItem.Part.TECHNICAL, "施工总体部署与方案", "0", "8", false,
                        "方案完整、针对性强得 6～8 分；一般得 3～6 分；较差得 0～3 分"),
                score("J-2", ScoreItem.Part.TECHNICAL, "深基坑与主体结构关键工艺", "0", "8", false,
                        "工艺可靠、措施具体得 6～8 分；一般得 3～6 分；较差得 0～3 分"),
                score("J-3", ScoreItem.Part.TECHNICAL, "质量、安全与文明施工措施", "0", "7", false,
                        "措施全面可行得 5～7 分；一般得 2～5 分；较差得 0～2 分"),
                score("J-4", ScoreItem.Part.TECHNICAL, "进度计划与资源配置", "0", "7", false,
                        "计划合理、资源匹配得 5～7 分；一般得 2～5 分；较差得 0～2 分"),
                score("S-1", ScoreItem.Part.BUSINESS, "类似工程业绩（每项 2 分，最高 6 分）", "0", "6", true,
                        "近五年完成综合管廊工程，每项 2 分，最高 6 分"),
                score("S-2", ScoreItem.Part.BUSINESS, "项目班子配备", "0", "4", false,
                        "专业齐全、经验丰富得 3～4 分；一般得 1～3 分"));
    }

    private static ScoreItem score(String id, ScoreItem.Part part, String title, String min,
            String max, boolean objective, String standard) {
        return new ScoreItem(id, part, title, Points.of(min), Points.of(max),
                Points.of(objective ? "2" : "0.5"), objective, standard);
    }

    private static PriceRule price() {
        var formula = new DeviationFormula(Points.of("60"), new BigDecimal("2"),
                new BigDecimal("1"), Points.of("0"), Optional.empty(),
                DeviationFormula.Steps.LINEAR, Optional.of(2));
        var benchmark = new Benchmark.DrawnMean(List.of(new Benchmark.Drop(5, 1, 1)), "K");
        return new PriceRule(formula, benchmark, PriceRule.Scope.PASSED, Optional.of(2),
                "第三章 2.2.3");
    }
}
