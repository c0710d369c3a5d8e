package venue.rehearsal.evaluation;

import java.util.List;
import venue.rehearsal.Cast;
import venue.rehearsal.Hand;
import venue.rehearsal.prepare.Story;

/// Five members score by themselves, commit, and reveal together; in between the centre goes away
/// and comes back.
final class Scoring {

    private static final String PART = "评标";
    private static final int SEATS = 5;
    /// The committee's view of each bid, by bidder number: points for J-1, J-2, J-3, J-4, S-1, S-2.
    private static final List<List<String>> VIEWS = List.of(
            List.of("7", "7", "6", "6", "6", "3.5"), List.of("6.5", "6", "6", "5.5", "4", "3"),
            List.of(), List.of("6", "6.5", "5.5", "5.5", "4", "3"),
            List.of("7", "6.5", "6", "6", "6", "3"));
    private static final List<String> ITEMS = List.of("J-1", "J-2", "J-3", "J-4", "S-1", "S-2");

    private final Cast cast;
    private final Hand hand;
    private final List<Story.Bidder> scored;

    Scoring(Cast cast, Hand hand, List<Story.Bidder> bids) {
        this.cast = cast;
        this.hand = hand;
        this.scored = bids.stream().filter(bid -> bid.days() <= Story.DAYS).toList();
    }

    void play() {
        for (int seat = 1; seat <= SEATS; seat++) {
            hand.to(EvaluationPart.window(seat)).click("step-scoring");
            hand.awaitNode("score-1-J-1");
            fill(seat);
            hand.await("autosaved", () -> hand.read("scores-saved").startsWith("已保存"));
            if (seat == 1) {
                hand.shot("评标-08-打分");
            }
            hand.click("commit").click("dialog-ok").awaitNode("commitment");
            if (seat == 2) {
                tooEarly();
                cast.centre().stop();
            }
        }
        hand.shot("评标-08-离线提交评分");
        cast.checks().check(PART, "中心停止期间照常打分和提交", hand.sees("commitment"));
        cast.centre().start();
        reveal();
    }

    private void fill(int seat) {
        for (int bid = 1; bid <= scored.size(); bid++) {
            var view = VIEWS.get(scored.get(bid - 1).number() - 1);
            for (int item = 0; item < ITEMS.size(); item++) {
                hand.type("score-" + bid + "-" + ITEMS.get(item),
                        points(view.get(item), ITEMS.get(item), seat));
            }
        }
    }

    /// Members see the subjective items a little differently; the objective one is a fact.
    private static String points(String view, String item, int seat) {
        if (item.equals("S-1")) {
            return view;
        }
        int halves = (int) (2 * Double.parseDouble(view)) - (seat + item.charAt(2)) % 3 + 1;
        var most = switch (item) {
            case "J-1", "J-2" -> 16;
            case "J-3", "J-4" -> 14;
            default -> 8;
        };
        int bounded = Math.min(most, halves);
        return bounded % 2 == 0 ? String.valueOf(bounded / 2) : bounded / 2 + ".5";
    }

    private void tooEarly() {
        hand.click("step-reveal").awaitNode("reveal");
        cast.checks().check(PART, "全体提交前不能揭示", hand.node("reveal").isDisabled());
        hand.shot("评标-09-揭示被拒绝");
    }

    private void reveal() {
        for (int seat = 1; seat <= SEATS; seat++) {
            hand.to(EvaluationPart.window(seat)).click("step-scoring").click("step-reveal");
        }
        for (int seat = 1; seat <= SEATS; seat++) {
            hand.to(EvaluationPart.window(seat)).click("step-reveal");
            hand.await("all have committed", () -> !hand.node("reveal").isDisabled());
            if (seat < SEATS) {
                hand.click("reveal");
                cast.checks().check(PART, EvaluationPart.window(seat) + " 揭示完成前看不到他人评分",
                        !hand.sees("scores-items"));
            } else {
                hand.shot("评标-09-揭示");
                hand.click("reveal");
            }
        }
        for (int seat = 1; seat <= SEATS; seat++) {
            hand.to(EvaluationPart.window(seat)).awaitNode("scores-items");
        }
        hand.to(EvaluationPart.window(1)).shot("评标-09-揭示与汇总");
        cast.checks().check(PART, "全体揭示后各席位显示汇总", hand.sees("scores-items"));
    }
}
