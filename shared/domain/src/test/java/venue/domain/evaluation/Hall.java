package venue.domain.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import venue.domain.base.Acting;
import venue.domain.base.BidderId;
import venue.domain.base.Decision;
import venue.domain.base.DeviceId;
import venue.domain.base.Digest;
import venue.domain.base.Money;
import venue.domain.base.PersonId;
import venue.domain.base.Points;
import venue.domain.base.Role;
import venue.domain.base.TenderId;
import venue.domain.evaluation.formula.Benchmark;
import venue.domain.evaluation.formula.DeviationFormula;
import venue.domain.evaluation.formula.PriceRule;
import venue.domain.evaluation.ranking.Aggregation;
import venue.domain.evaluation.ranking.Score;
import venue.domain.evaluation.ranking.ScoreItem;
import venue.domain.evaluation.ranking.TieBreak;
import venue.domain.evaluation.review.Mark;
import venue.domain.evaluation.review.ReviewItem;
import venue.domain.tender.BidSheet;
import venue.domain.tender.DrawPlan;
import venue.domain.tender.Organisation;
import venue.domain.tender.Person;
import venue.domain.tender.Regime;
import venue.domain.tender.Tender;
import venue.domain.tender.TenderKind;

/// A committee of five that works as one room: commands go through the rules one after another.
final class Hall {

    static final Instant NINE = Instant.parse("2026-11-24T01:00:00Z");
    static final Digest DIGEST = new Digest("ab".repeat(32));
    static final PersonId HOST = new PersonId("P-HOST");
    static final PersonId TENDERER = new PersonId("P-TENDERER");
    static final String NONCE = "5a".repeat(32);

    final EvaluationRules rules = new EvaluationRules(brief());
    final List<EvaluationEvent> written = new ArrayList<>();
    final List<DeviceId> writers = new ArrayList<>();
    Evaluation state = rules.beginning();
    private Instant now = NINE;

    static PersonId expert(int number) {
        return new PersonId("P-EXPERT-" + number);
    }

    static EvaluationBrief brief() {
        var people = new ArrayList<Person>();
        people.add(new Person(TENDERER, "赵敏", Role.TENDERER_MEMBER, "招标人", DIGEST));
        for (int i = 1; i <= 5; i++) {
            people.add(new Person(expert(i), "专家" + i, Role.EXPERT, "某院", DIGEST));
        }
        people.add(new Person(HOST, "主持", Role.HOST, "代理", DIGEST));
        return new EvaluationBrief(tender(), plan(), people, IntStream.rangeClosed(1, 5)
                .mapToObj(seat -> new DeviceId("seat-" + seat)).toList());
    }

    static Tender tender() {
        var party = new Organisation("某局", "91210100MA0TEXT0A1");
        return new Tender(new TenderId("A2101000001000001001001"), "A", "某工程", "一标段", Regime.Z,
                TenderKind.WORKS, party, party, "开标一室", NINE, Money.yuan("12000000"), 30, 5,
                List.of(new DrawPlan("K", "下浮系数", List.of("0.95", "0.96", "0.97"))), "合格", 300,
                Money.yuan("100000"), "2026-01");
    }

    static EvaluationPlan plan() {
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

    static List<Offer> offers() {
        return IntStream.rangeClosed(1, 5).mapToObj(number -> new Offer(
                new BidSheet(Codes.bidder(number), "投标人" + number,
                        Money.yuan(String.valueOf(10_000_000 + number * 100_000)), "大写", 300,
                        "合格", "经理", "证", Money.yuan("100000"), "保函", ""),
                List.of())).toList();
    }

    static OpeningNote opening() {
        return new OpeningNote(NINE, 6, List.of(new OpeningNote.Unopened("投标人6", "视为撤销")),
                DIGEST);
    }

    Decision<EvaluationEvent, EvaluationRefusal> ask(PersonId who, int seat,
            EvaluationCommand command) {
        now = now.plusSeconds(1);
        var role = who.equals(HOST) ? Role.HOST : Role.EXPERT;
        var desk = new DeviceId("seat-" + seat);
        var decision = rules.decide(state, command, new Acting(who, who.value(), role, desk), now);
        if (decision instanceof Decision.Accepted<EvaluationEvent, EvaluationRefusal>(var events)) {
            for (var event : events) {
                written.add(event);
                writers.add(desk);
                state = rules.after(state, event);
            }
        }
        return decision;
    }

    Hall must(PersonId who, int seat, EvaluationCommand command) {
        var decision = ask(who, seat, command);
        if (decision instanceof Decision.Refused<EvaluationEvent, EvaluationRefusal>(var why)) {
            throw new AssertionError(who + " " + command + " was refused: " + why);
        }
        return this;
    }

    void passes(long minutes) {
        now = now.plusSeconds(60 * minutes);
    }

    /// Who sits at a seat.
    PersonId at(int seat) {
        return state.seated().get(seat - 1);
    }

    Hall everybody(java.util.function.Function<PersonId, EvaluationCommand> command) {
        for (int seat = 1; seat <= 5; seat++) {
            must(at(seat), seat, command.apply(at(seat)));
        }
        return this;
    }

    Hall sitsDown(PersonId who, int seat) {
        return must(who, seat, new EvaluationCommand.SignIn()).must(who, seat,
                new EvaluationCommand.ShowBidders(
                        offers().stream().map(Offer::bidder).toList(), DIGEST));
    }

    Hall convened() {
        for (int seat = 1; seat <= 5; seat++) {
            sitsDown(at(seat), seat);
        }
        return everybody(_ -> new EvaluationCommand.Declare());
    }

    Hall chaired() {
        return convened().everybody(_ -> new EvaluationCommand.VoteChair(expert(1)));
    }

    Hall opened() {
        return chaired().must(expert(1), 2, new EvaluationCommand.OpenHandover(offers(),
                List.of(new Drawn("K", "下浮系数", "0.97")), opening(), DIGEST));
    }

    /// Bidder 5 fails the period in the eyes of the first three seats.
    Hall reviewed() {
        opened().everybody(who -> new EvaluationCommand.SubmitReview(marks(
                state.seated().indexOf(who) < 3)));
        return must(expert(1), 2, new EvaluationCommand.ConsolidateReview());
    }

    static List<Mark> marks(boolean strict) {
        var marks = new ArrayList<Mark>();
        for (var offer : offers()) {
            marks.add(Mark.conforming(offer.bidder(), "X-1"));
            marks.add(strict && offer.bidder().equals(Codes.bidder(5))
                    ? Mark.failing(offer.bidder(), "X-2", "工期超出", "第 3 页")
                    : Mark.conforming(offer.bidder(), "X-2"));
        }
        return marks;
    }

    Hall committed() {
        return reviewed().everybody(who -> new EvaluationCommand.CommitBallot(scores(who), NONCE,
                "c2lnbmVk"));
    }

    Hall revealed() {
        return committed().everybody(_ -> new EvaluationCommand.RevealBallot());
    }

    static List<Score> scores(PersonId who) {
        int nudge = who.value().charAt(who.value().length() - 1) % 3;
        var scores = new ArrayList<Score>();
        for (int number = 1; number <= 4; number++) {
            BidderId bidder = Codes.bidder(number);
            scores.add(new Score(bidder, "J-1", Points.of(String.valueOf(20 - number + nudge))));
            scores.add(new Score(bidder, "S-1", Points.of("12")));
        }
        return scores;
    }
}
