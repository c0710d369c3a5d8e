package venue.workstation;

import static venue.workstation.Play.one;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import venue.domain.base.Acting;
import venue.domain.base.DeviceId;
import venue.domain.base.Digest;
import venue.domain.base.PersonId;
import venue.domain.base.Points;
import venue.domain.base.Role;
import venue.domain.base.Rules;
import venue.domain.evaluation.Drawn;
import venue.domain.evaluation.Evaluation;
import venue.domain.evaluation.EvaluationBrief;
import venue.domain.evaluation.EvaluationCommand;
import venue.domain.evaluation.EvaluationCommand.*;
import venue.domain.evaluation.EvaluationEvent;
import venue.domain.evaluation.EvaluationPlan;
import venue.domain.evaluation.EvaluationRefusal;
import venue.domain.evaluation.EvaluationRules;
import venue.domain.evaluation.Irregularity;
import venue.domain.evaluation.Offer;
import venue.domain.evaluation.OpeningNote;
import venue.domain.evaluation.Relation;
import venue.domain.evaluation.Stage;
import venue.domain.evaluation.formula.Benchmark;
import venue.domain.evaluation.formula.DeviationFormula;
import venue.domain.evaluation.formula.PriceRule;
import venue.domain.evaluation.ranking.Aggregation;
import venue.domain.evaluation.ranking.Score;
import venue.domain.evaluation.ranking.ScoreItem;
import venue.domain.evaluation.ranking.TieBreak;
import venue.domain.evaluation.review.Mark;
import venue.domain.evaluation.review.ReviewItem;
import venue.domain.tender.Person;

/// Plays evaluations by a committee of five at five desks.
final class EvaluationPlay
        implements
            Play<Evaluation, EvaluationCommand, EvaluationEvent, EvaluationRefusal> {

    private static final int SEATS = 5;

    static List<DeviceId> seats() {
        return IntStream.rangeClosed(1, SEATS).mapToObj(i -> new DeviceId("seat-" + i)).toList();
    }

    private static EvaluationBrief brief() {
        var people = new ArrayList<Person>();
        people.add(new Person(Roles.TENDERER, "赵敏", Role.TENDERER_MEMBER, "招标人",
                Roles.digest("4")));
        for (int i = 1; i <= 6; i++) {
            people.add(new Person(expert(i), "专家" + i, Role.EXPERT, "某院", Roles.digest("e" + i)));
        }
        people.add(new Person(Roles.HOST, "沈静", Role.HOST, "代理", Roles.digest("1")));
        return new EvaluationBrief(Roles.tender(), plan(), people, seats());
    }

    private static PersonId expert(int number) {
        return new PersonId("P-EXPERT-" + number);
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
                List.of(TieBreak.LOWER_PRICE), 3, new BigDecimal("30"), 1);
    }

    @Override
    public Rules<Evaluation, EvaluationCommand, EvaluationEvent, EvaluationRefusal> rules() {
        return new EvaluationRules(brief());
    }

    @Override
    public Class<EvaluationEvent> family() {
        return EvaluationEvent.class;
    }

    @Override
    public boolean isOver(Evaluation state) {
        return state.stage() == Stage.CLOSED;
    }

    /// By a member at one of the committee's desks: behind `desk-1` stand the first three of them,
    /// behind `desk-2` the others, behind anything else all.
    @Override
    public Move<EvaluationCommand> any(Evaluation state, RandomGenerator random, DeviceId desk,
            Instant now) {
        int at = switch (desk.value()) {
            case "desk-1" -> random.nextInt(3);
            case "desk-2" -> 3 + random.nextInt(2);
            default -> random.nextInt(SEATS);
        };
        var seat = seats().get(at);
        var person = random.nextInt(15) == 0
                ? expert(1 + random.nextInt(7))
                : state.seated().get(at);
        var command = command(state, random);
        boolean host = command instanceof Replace || command instanceof AnswerClarification;
        return new Move<>(command, host
                ? new Acting(Roles.HOST, "沈静", Role.HOST, seat)
                : new Acting(person, person.value(), Role.EXPERT, seat));
    }

    private static EvaluationCommand command(Evaluation state, RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> convening(state, random);
            case 1 -> reviewing(state, random);
            case 2 -> scoring(state, random);
            default -> concluding(state, random);
        };
    }

    private static EvaluationCommand convening(Evaluation state, RandomGenerator random) {
        var offers = offers();
        return switch (random.nextInt(9)) {
            case 0 -> new SignIn();
            case 1 -> new ShowBidders(offers.stream().map(Offer::bidder).toList(),
                    Roles.digest("parcel"));
            case 2, 3 -> new Declare();
            case 4 -> state.nextSubstitute().isPresent() && random.nextInt(20) == 0
                    ? new Recuse(one(random, Relation.values()), one(random, "近亲属", ""))
                    : new Declare();
            case 5 -> new Replace(state.seated().get(random.nextInt(SEATS)),
                    state.nextSubstitute().map(Person::id).orElse(expert(1)), "原成员回避");
            case 6, 7 -> new VoteChair(random.nextInt(4) == 0
                    ? expert(1 + random.nextInt(6))
                    : state.seated().get(1));
            default -> new OpenHandover(random.nextInt(5) == 0 ? List.of() : offers,
                    List.of(new Drawn("K", "下浮系数", "0.97")),
                    new OpeningNote(Roles.NINE, 5,
                            List.of(new OpeningNote.Unopened("投标人6", "视为撤销")),
                            Roles.digest("record")),
                    Roles.digest("parcel"));
        };
    }

    private static List<Offer> offers() {
        return IntStream.rangeClosed(1, Roles.BIDS)
                .mapToObj(i -> new Offer(Roles.sheet(i), List.of())).toList();
    }

    private static EvaluationCommand reviewing(Evaluation state, RandomGenerator random) {
        var marks = new ArrayList<Mark>();
        for (var offer : offers()) {
            marks.add(Mark.conforming(offer.bidder(), "X-1"));
            marks.add(random.nextInt(5) == 0
                    ? Mark.failing(offer.bidder(), "X-2", one(random, "工期超出", "工期不明"), "第 3 页")
                    : Mark.conforming(offer.bidder(), "X-2"));
        }
        int question = 1 + random.nextInt(1 + state.clarifications().size());
        return switch (random.nextInt(9)) {
            case 0 -> new DraftReview(marks.subList(0, random.nextInt(marks.size())));
            case 1, 2, 3 -> new SubmitReview(marks);
            case 4 -> new SubmitReview(marks.subList(1, marks.size()));
            case 5 -> new AskClarification(Roles.bidder(1 + random.nextInt(Roles.BIDS + 1)),
                    one(random, "请说明工期", ""));
            case 6 -> random.nextInt(5) > 0
                    ? new LapseClarification(question)
                    : new AnswerClarification(question, "以附表二为准", Roles.digest("answer"));
            case 7 -> new LapseClarification(question);
            default -> new ConsolidateReview();
        };
    }

    private static EvaluationCommand scoring(Evaluation state, RandomGenerator random) {
        var scores = new ArrayList<Score>();
        var passed = state.handover().isPresent()
                ? state.outcome().passed()
                : java.util.Set.of(Roles.bidder(1));
        for (var bidder : passed) {
            scores.add(new Score(bidder, "J-1", Points.of(String.valueOf(15 + random.nextInt(9)))));
            scores.add(new Score(bidder, "S-1", Points.of(random.nextInt(20) == 0 ? "9" : "12")));
        }
        var cut = scores.isEmpty() ? scores : scores.subList(1, scores.size());
        return switch (random.nextInt(8)) {
            case 0 -> new DraftBallot(cut);
            case 1, 2, 3 -> new CommitBallot(scores, Roles.digest("n" + random.nextInt()).hex(),
                    one(random, "c2lnbmVk", "c2lnbmVk", " "));
            case 4 -> new CommitBallot(cut, Roles.digest("n").hex(), "c2lnbmVk");
            case 5, 6 -> new RevealBallot();
            default -> state.outcome().irregularities().stream().findFirst()
                    .map(found -> correction(found, random)).orElse(new RevealBallot());
        };
    }

    private static EvaluationCommand correction(Irregularity found, RandomGenerator random) {
        return new CorrectScore(found.bidder(), found.item().isEmpty() ? "J-1" : found.item(),
                Points.of(found.item().equals("S-1") ? "12" : "18"), one(random, "录入错误", " "));
    }

    private static EvaluationCommand concluding(Evaluation state, RandomGenerator random) {
        var pdf = state.draft().map(EvaluationEvent.ReportDrafted::pdf)
                .orElse(Roles.digest("none"));
        return switch (random.nextInt(9)) {
            case 0 -> new SettleTie(
                    new ArrayList<>(state.outcome().ranking().tied(plan().candidates())), "现场抽签");
            case 1, 2 -> new DraftReport(fact(state, "facts"), fact(state, "pdf"));
            case 3 -> random.nextInt(4) == 0
                    ? new FileDissent(one(random, "认为业绩证明不足", ""))
                    : new SignReport(pdf, "c2lnbmVk");
            case 4, 5 -> new SignReport(random.nextInt(6) == 0 ? Roles.digest("other") : pdf,
                    "c2lnbmVk");
            case 6 -> random.nextInt(3) == 0
                    ? new RefuseToSign("对报价得分有不同意见")
                    : new SignReport(pdf, "");
            default -> new Close();
        };
    }

    private static Digest fact(Evaluation state, String of) {
        return Roles.digest(of + state.revision());
    }
}
