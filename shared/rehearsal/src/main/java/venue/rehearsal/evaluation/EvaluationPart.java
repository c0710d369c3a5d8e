package venue.rehearsal.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import venue.evaluation.EvaluationApp;
import venue.rehearsal.Cast;
import venue.rehearsal.Hand;
import venue.rehearsal.prepare.Story;
import venue.ui.FileChoice;
import venue.ui.Launch;

/// The day's evaluation (评标), played at the windows of five desks.
public final class EvaluationPart {

    private static final String PART = "评标";
    /// Who sits down at seat 1 to 5 in the morning.
    private static final List<String> SEATED = List.of("P-EXPERT-1", "P-EXPERT-2", "P-EXPERT-3",
            "P-EXPERT-4", "P-TENDERER");
    private static final int CHAIR = 1;
    private static final int RECUSED = 2;
    private static final int DISSENTING = 4;

    private final Cast cast;
    private final Hand hand;
    private final List<Story.Bidder> bids = Story.bidders().stream()
            .filter(bidder -> bidder.number() != 6)
            .sorted(Comparator.comparing(Story.Bidder::code)).toList();

    /// With the day's cast and hand.
    public EvaluationPart(Cast cast, Hand hand) {
        this.cast = cast;
        this.hand = hand;
    }

    /// Plays it from the first window to the last product.
    public void play() {
        openWindows();
        convene();
        elect();
        openBids();
        review();
        new Scoring(cast, hand, bids).play();
        conclude();
        keepProducts();
    }

    static String window(int seat) {
        return "seat-" + seat;
    }

    private void openWindows() {
        for (int seat = 1; seat <= SEATED.size(); seat++) {
            var launch = Launch.of(cast.station(window(seat))).at(cast.clock())
                    .choosing(new NoChoice()).asRehearsal();
            hand.open(window(seat), stage -> new EvaluationApp().open(stage, launch));
            hand.type("station-pin", Cast.STATION_PIN).click("station-open");
            signIn(SEATED.get(seat - 1));
            if (seat == CHAIR) {
                hand.shot("评标-01-身份核验");
            }
            hand.click("start-continue").awaitNode("members");
        }
    }

    private void signIn(String person) {
        hand.awaitNode("token-file").type("token-file", cast.token(person).toString())
                .type("token-pin", cast.pin(person)).click("sign-in");
        hand.await(person + " is signed in", () -> !hand.node("start-continue").isDisabled());
    }

    private void convene() {
        for (int seat = 1; seat <= SEATED.size(); seat++) {
            hand.to(window(seat)).awaitNode("show-bidders");
            cast.checks().check(PART, window(seat) + " 查看名单前不显示投标人",
                    !shows(bids.getFirst().name()));
            hand.click("show-bidders").awaitNode("bidders");
        }
        recuse();
        for (int seat = 1; seat <= SEATED.size(); seat++) {
            hand.to(window(seat)).click("declare").click("dialog-ok");
            hand.await("declared", () -> hand.node("declare").isDisabled());
        }
        hand.to(window(CHAIR)).await("all have declared", () -> count("已承诺") >= SEATED.size());
        hand.shot("评标-03-签到与承诺");
    }

    private void recuse() {
        hand.to(window(RECUSED)).click("recuse").awaitNode("recuse-reason");
        hand.type("recuse-reason", "2024 年前曾在投标人大连海岳路桥工程有限公司任职。");
        hand.shot("评标-02-申请回避");
        hand.click("dialog-ok").awaitNode("replace");
        hand.type("host-token", cast.token("P-HOST").toString()).type("host-pin",
                cast.pin("P-HOST"));
        hand.shot("评标-02-回避锁定与补抽");
        hand.click("replace");
        signIn("P-EXPERT-5");
        hand.click("start-continue").awaitNode("show-bidders");
        hand.click("show-bidders").awaitNode("bidders");
        hand.await("the substitute is among the members", () -> shows("魏书琴"));
        cast.checks().check(PART, "补抽专家在原席位签到", !shows("韩雪松"));
    }

    private void elect() {
        for (int seat = 1; seat <= SEATED.size(); seat++) {
            hand.to(window(seat)).click("step-election");
            hand.await("voting is open",
                    () -> !hand.node("candidate-P-EXPERT-1").isDisabled());
            hand.click("candidate-P-EXPERT-1").click("vote");
            if (seat == 2) {
                hand.shot("评标-04-推选组长");
            }
        }
        for (int seat = 1; seat <= SEATED.size(); seat++) {
            hand.to(window(seat)).click("step-election").await("the chair is known",
                    this::isElected);
        }
        hand.to(window(CHAIR)).shot("评标-04-组长产生");
        cast.checks().equal(PART, "组长由过半数选出", "马振华", hand.read("chair"));
    }

    private boolean isElected() {
        return hand.sees("chair") && "马振华".equals(hand.read("chair"));
    }

    private void openBids() {
        hand.to(window(3)).click("step-bids");
        cast.checks().check(PART, "只有组长能启封投标文件", hand.node("open-handover").isDisabled());
        hand.shot("评标-05-启封前");
        hand.to(window(CHAIR)).click("step-bids").click("open-handover")
                .awaitNode("bid-choice");
        hand.choose("file-choice", "技术标（施工组织设计）");
        hand.await("the technical volume is up",
                () -> hand.read("page-number").matches("第 1 页 / 共 [4-9][0-9] 页"));
        hand.click("page-next").await("the page is turned",
                () -> hand.read("page-number").startsWith("第 2 页"));
        hand.shot("评标-05-投标文件查阅");
    }

    private void review() {
        int late = 1 + bids.indexOf(bids.stream().filter(bid -> bid.days() > Story.DAYS)
                .findFirst().orElseThrow());
        for (int seat = 1; seat <= SEATED.size(); seat++) {
            hand.to(window(seat)).click("step-review").awaitNode("rest-1");
            if (seat <= 3) {
                hand.click("mark-" + late + "-Y-2-not").awaitNode("mark-reason");
                hand.type("mark-reason", "投标工期 600 日历天，超过招标文件规定的 540 日历天")
                        .type("mark-page", "投标函 第 1 页");
                if (seat == 1) {
                    hand.shot("评标-06-评为不符合");
                }
                hand.click("dialog-ok");
            }
            for (int bid = 1; bid <= bids.size(); bid++) {
                hand.click("rest-" + bid);
            }
            hand.await("saved", () -> hand.read("review-saved").startsWith("已保存"));
            if (seat == 1) {
                hand.shot("评标-06-初步评审");
                clarify();
                hand.click("step-review");
            }
            hand.click("review-submit").click("dialog-ok");
        }
        hand.to(window(CHAIR)).click("step-review").await("all reviews are here",
                () -> !hand.node("review-consolidate").isDisabled());
        hand.click("review-consolidate").await("one bid is rejected", () -> shows("否决投标"));
        hand.shot("评标-06-初步评审汇总");
        cast.checks().check(PART, "工期超期的投标被过半数否决", shows("否决投标"));
    }

    private void clarify() {
        hand.click("step-clarification").awaitNode("question-bid");
        hand.choose("question-bid", bids.getLast().name());
        hand.type("question", "投标函与开标一览表的工期是否一致，请说明。").shot("评标-07-发出澄清");
        hand.click("question-ask").await("the question is out", () -> shows("待答复"));
        hand.type("answer", "以开标一览表所列工期为准，两处一致。")
                .type("host-token", cast.token("P-HOST").toString())
                .type("host-pin", cast.pin("P-HOST")).click("answer-record");
        hand.await("answered", () -> shows("已答复")).shot("评标-07-澄清答复");
        cast.checks().check(PART, "一次澄清有问有答", shows("已答复"));
    }

    private void conclude() {
        hand.to(window(CHAIR)).click("step-price").awaitNode("price-lines")
                .shot("评标-10-报价得分计算");
        hand.click("step-ranking").awaitNode("ranking").shot("评标-11-排序与候选人");
        hand.to(window(DISSENTING)).click("step-dissent").awaitNode("dissent-text");
        hand.type("dissent-text", "第一中标候选人深基坑支护的监测频率偏低，建议招标人签约前要求补充监测方案。");
        hand.shot("评标-12-不同意见");
        hand.click("dissent-file").click("dialog-ok");
        hand.await("on record", () -> shows("邓建平"));
        hand.to(window(CHAIR)).click("step-dissent").await("the dissent is here",
                () -> shows("邓建平"));
        hand.click("step-report").await("the own report is made",
                () -> !"—".equals(hand.read("report-own")));
        hand.click("report-draft").await("drafted", () -> same());
        for (int seat = 1; seat <= SEATED.size(); seat++) {
            hand.to(window(seat)).click("step-report").await("the same report",
                    this::same);
            if (seat == 3) {
                hand.shot("评标-13-评标报告待签署");
            }
            hand.click("report-sign").click("dialog-ok");
            hand.await("signed", () -> hand.node("report-sign").isDisabled());
        }
        cast.checks().check(PART, "五个席位独立生成的报告逐字节一致", same());
        hand.to(window(CHAIR)).await("all have signed",
                () -> !hand.node("evaluation-close").isDisabled());
        hand.click("evaluation-close").awaitNode("evaluation-closed");
        hand.shot("评标-13-评标结束");
    }

    private boolean same() {
        var own = hand.read("report-own");
        return !own.equals("—") && own.equals(hand.read("report-chair"));
    }

    private void keepProducts() {
        var record = cast.station(window(CHAIR)).resolve("work").resolve("record");
        hand.await("the signed report is laid out", () -> Files
                .exists(record.resolve("evaluation-report.P-TENDERER.p7s")));
        try (var files = Files.list(record)) {
            for (var file : files.filter(one -> !one.toString().endsWith(".json")).toList()) {
                Files.copy(file, cast.products().resolve(String.valueOf(file.getFileName())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cast.checks().check(PART, "评标报告由五名成员签署",
                Files.exists(cast.products().resolve("evaluation-report.pdf")));
    }

    private boolean shows(String text) {
        return count(text) > 0;
    }

    private long count(String text) {
        return texts(hand.node("content")).filter(shown -> shown.contains(text)).count();
    }

    private static Stream<String> texts(Node node) {
        return switch (node) {
            case Labeled label when label.getText() != null && !label.getText().isEmpty() ->
                Stream.of(label.getText());
            case Text text -> Stream.of(text.getText());
            case Parent parent -> parent.getChildrenUnmodifiable().stream()
                    .flatMap(EvaluationPart::texts);
            default -> Stream.empty();
        };
    }

    /// The rehearsal names every file by typing.
    private static final class NoChoice implements FileChoice {

        @Override
        public Optional<Path> open(String title, List<String> endings) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(String title, String suggestedName) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }
    }
}
