package venue.ui;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import venue.domain.base.Refusal;
import venue.words.Words;

/// A page like those of the hall, to look at the kit.
final class Sample implements Screen {

    record Bidder(String name, String code, String price, Chip state) {}

    final ObjectProperty<Optional<Refusal>> refusal = new SimpleObjectProperty<>(Optional.empty());
    final ObservableList<Bidder> bidders = FXCollections.observableArrayList(
            new Bidder("辽宁鸭绿江建设集团有限公司", "91210600MA0TEST001", "98,765,432.10", Chip.ok("已签到")),
            new Bidder("丹东凤城市政工程有限公司", "91210600MA0TEST002", "97,300,000.00", Chip.ok("解密成功")),
            new Bidder("大连滨海路桥工程有限责任公司第三分公司", "91210200MA0TEST003", "—",
                    Chip.bad("解密失败")),
            new Bidder("沈阳北方建筑安装有限公司", "91210100MA0TEST004", "—", Chip.warn("正在解密")),
            new Bidder("鞍山钢都基础工程有限公司", "91210300MA0TEST005", "—", Chip.idle("未签到")));
    final SimpleStringProperty present = new SimpleStringProperty("5");
    int pressed;

    static Words words() {
        return Words.of("venue.ui.sample", Sample.class);
    }

    static ShellModel model() {
        var model = new ShellModel();
        model.tenderTitleProperty().set("丹东市鸭绿江大道改造工程施工一标段");
        model.tenderCodeProperty().set("标段编号 E2106000001000123001001");
        model.whoProperty().set("王守正、李记");
        model.roleProperty().set("主持人、记录人");
        model.roomProperty().set("开标一厅 hall-1");
        model.clockTextProperty().set("2026-11-24 09:30:05");
        model.clockTrustProperty().set("可信，±0.2 秒");
        model.clockToneProperty().set(Tone.OK);
        model.journalHealthProperty().set("正常，128 条");
        model.journalToneProperty().set(Tone.OK);
        model.onlineProperty().set(true);
        model.unsentProperty().set(3);
        model.steps().setAll(new StepItem("sign-in", "签到", StepItem.State.DONE),
                new StepItem("deadline", "投标截止", StepItem.State.DONE),
                new StepItem("decrypt", "解密投标文件", StepItem.State.CURRENT),
                new StepItem("read-out", "唱标", StepItem.State.TODO),
                new StepItem("objection", "开标异议", StepItem.State.ALERT),
                new StepItem("record", "开标记录表签字确认", StepItem.State.TODO));
        return model;
    }

    @Override
    public String id() {
        return "sample";
    }

    @Override
    public Parent node() {
        var table = Tables.of("bidders", bidders).column("投标人", Bidder::name)
                .column("统一社会信用代码", 190, Bidder::code).figures("投标报价（元）", 150, Bidder::price)
                .chips("状态", 120, Bidder::state).tall(5).node();
        var begin = Buttons.primary("begin", "开始开标", () -> pressed++);
        var figures = Cards.wrap(Cards.figure("present", "已签到投标人", present),
                Cards.figure("opened", "解密成功", new SimpleStringProperty("1")),
                Cards.figure("left", "剩余解密时间", new SimpleStringProperty("28:41")));
        var note = new TextField();
        note.setId("note");
        return Cards.page("解密投标文件", "各投标人在规定时间内用本单位加密证书解密。解密失败须写明原因并归责。", figures, table,
                new Form().row("备注", note).node(),
                Cards.row(WhyNot.bind(begin, refusal, words()),
                        Buttons.plain("pause", "中止开标", () -> pressed++),
                        Buttons.danger("fail", "宣布流标", () -> pressed++)));
    }
}
