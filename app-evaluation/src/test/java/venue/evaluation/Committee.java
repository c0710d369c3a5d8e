package venue.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import venue.domain.base.DeviceId;
import venue.domain.base.Digest;
import venue.domain.base.Money;
import venue.domain.base.PersonId;
import venue.domain.base.Points;
import venue.domain.base.Role;
import venue.domain.evaluation.Ballot;
import venue.domain.evaluation.Drawn;
import venue.domain.evaluation.Evaluation;
import venue.domain.evaluation.EvaluationBrief;
import venue.domain.evaluation.EvaluationEvent;
import venue.domain.evaluation.EvaluationRules;
import venue.domain.evaluation.Offer;
import venue.domain.evaluation.OpeningNote;
import venue.domain.evaluation.ranking.Score;
import venue.domain.evaluation.review.Mark;
import venue.domain.evaluation.review.Rejection;
import venue.domain.tender.BidSheet;
import venue.domain.tender.Person;

/// An evaluation made of events, without desks: what the pure tests of sheets and paper look at.
final class Committee {

    private static final Instant TEN = TestVenue.NINE.plusSeconds(3600);
    private static final Digest DIGEST = new Digest("ab".repeat(32));
    private static final String NONCE = "5a".repeat(32);
    private static final List<String> NAMES = List.of("北方远大建工集团有限公司", "沈阳鼎固建设工程有限公司",
            "大连海岳路桥工程有限公司", "鞍山钢城建筑安装有限公司", "营口港湾建设集团有限公司");

    final EvaluationBrief brief;
    private final EvaluationRules rules;
    private Evaluation state;

    Committee() {
        this.brief = new EvaluationBrief(TestVenue.tender(), TestVenue.plan(),
                List.of(person("P-EXPERT-1", "马振华"), person("P-EXPERT-2", "韩雪松"),
                        person("P-EXPERT-3", "曹慧敏"), person("P-EXPERT-4", "邓建平"),
                        person("P-EXPERT-5", "魏书琴")),
                IntStream.rangeClosed(1, 5).mapToObj(seat -> new DeviceId("seat-" + seat))
                        .toList());
        this.rules = new EvaluationRules(brief);
        this.state = rules.beginning();
    }

    private static Person person(String id, String name) {
        return new Person(new PersonId(id), name, Role.EXPERT, "某设计院", DIGEST);
    }

    Evaluation state() {
        return state;
    }

    Committee with(EvaluationEvent event) {
        state = rules.after(state, event);
        return this;
    }

    PersonId member(int seat) {
        return state.seated().get(seat - 1);
    }

    Committee opened() {
        for (int seat = 1; seat <= 5; seat++) {
            with(new EvaluationEvent.MemberSignedIn(member(seat), new DeviceId("seat-" + seat),
                    TEN));
            with(new EvaluationEvent.BidderListShown(member(seat), List.of(), DIGEST, TEN));
            with(new EvaluationEvent.ExpertDeclared(member(seat), TEN));
        }
        for (int seat = 1; seat <= 5; seat++) {
            with(new EvaluationEvent.ChairVoted(member(seat), member(1), 1, TEN));
        }
        return with(new EvaluationEvent.HandoverOpened(member(1), offers(),
                List.of(new Drawn("K", "评标基准价系数 K", "0.965")), new OpeningNote(TestVenue.NINE, 6,
                        List.of(new OpeningNote.Unopened("锦州凌河市政工程有限公司", "视为撤销")), DIGEST),
                DIGEST, TEN));
    }

    private static List<Offer> offers() {
        var offers = new ArrayList<Offer>();
        for (int number = 1; number <= 5; number++) {
            offers.add(new Offer(new BidSheet(TestVenue.bidder(number), NAMES.get(number - 1),
                    Money.yuan(54_000_000 + number * 500_000 + ".00"), "大写", 530, "合格", "孙立国",
                    "辽121", Money.yuan("800000.00"), "保函", ""), List.of()));
        }
        return offers;
    }

    Committee reviewed() {
        for (int seat = 1; seat <= 5; seat++) {
            with(new EvaluationEvent.ReviewSubmitted(member(seat), marks(seat <= 3), TEN));
        }
        return with(new EvaluationEvent.ReviewConsolidated(member(1),
                state.seated().stream().sorted().toList(),
                List.of(new Rejection(TestVenue.bidder(3), "Y-2", "R10", 3, 2, List.of())), TEN));
    }

    List<Mark> marks(boolean strict) {
        var marks = new ArrayList<Mark>();
        for (int number = 1; number <= 5; number++) {
            for (var item : brief.plan().review()) {
                marks.add(strict && number == 3 && item.id().equals("Y-2")
                        ? Mark.failing(TestVenue.bidder(number), "Y-2", "工期 600 日历天", "投标函 第 1 页")
                        : Mark.conforming(TestVenue.bidder(number), item.id()));
            }
        }
        return marks;
    }

    Committee committed() {
        for (int seat = 1; seat <= 5; seat++) {
            var ballot = new Ballot(brief.tender().id(), member(seat), scores(seat));
            with(new EvaluationEvent.BallotCommitted(member(seat), ballot.commitment(NONCE), "cw",
                    TEN));
        }
        return this;
    }

    Committee revealed(int seats) {
        for (int seat = 1; seat <= seats; seat++) {
            with(new EvaluationEvent.BallotRevealed(member(seat), scores(seat), NONCE, TEN));
        }
        return this;
    }

    private List<Score> scores(int seat) {
        var scores = new ArrayList<Score>();
        for (int number : List.of(1, 2, 4, 5)) {
            for (var item : brief.plan().scoring()) {
                var points = item.objective() ? "4" : seat % 2 == 0 ? "3" : "3.5";
                scores.add(new Score(TestVenue.bidder(number), item.id(), Points.of(points)));
            }
        }
        return new Ballot(brief.tender().id(), member(seat), scores).scores();
    }
}
