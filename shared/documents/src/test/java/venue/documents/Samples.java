package venue.documents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Papers of the kind the hall signs, small and large.
final class Samples {

    static final Instant AT = Instant.parse("2026-11-23T01:30:05.123Z");

    private static final String[] HEADS = {"序号", "投标人名称", "统一社会信用代码", "投标报价（元）", "大写金额", "质量目标",
            "工期（日历天）", "投标保证金", "项目经理", "备注"};

    private Samples() {}

    static Paper small() {
        return Paper.titled("投标人签到表").named("sign-in").number("KBJL-2026-0123-01").at(AT)
                .mark(Mark.OFFICIAL).header("丹东市滨江路道路改造工程 · E2106000001000123001")
                .facts(List.of(new Fact2col("项目名称", "丹东市滨江路道路改造工程"),
                        new Fact2col("标段编号", "E2106000001000123001"),
                        new Fact2col("开标时间", HallTime.minute(AT))))
                .paragraph("经主持人核验，下列投标人代表到场签到。")
                .signatures(List.of(SignatureLine.open("主持人", "王㛃喆", "丹东市公共资源交易中心")));
    }

    static Paper opening(Mark mark) {
        var rows = new ArrayList<List<String>>();
        for (int i = 1; i <= 14; i++) {
            rows.add(List.of(Integer.toString(i), "辽宁第" + Paper.ordinal(i) + "建设工程集团股份有限公司丹东分公司",
                    "91210600MA0TEXT0A" + i % 10, "118,765,43" + i % 10 + ".00",
                    "人民币壹亿壹仟捌佰柒拾陆万伍仟肆佰叁拾元整", "合格", "540", "已缴纳", "张堃",
                    i % 5 == 0 ? "解密失败：证书已更换，归因投标人，视为撤销投标文件" : "无"));
        }
        return Paper.titled("丹东市滨江路道路改造工程施工\n开标记录表").named("opening-record")
                .number("KBJL-2026-0123").at(AT).mark(mark)
                .header("丹东市滨江路道路改造工程 · E2106000001000123001").footer("丹东市公共资源交易中心")
                .facts(facts()).section("唱标内容")
                .table(Table.columns(columns()).rows(rows).onLandscape().caption("开标一览表"))
                .section("抽取结果").subsection("评标基准价系数")
                .paragraph("由监标人抽取 K 值为 0.97，抽取过程全程录音录像；随机源哈希 "
                        + "a3f1c09d77e2b4518c6a9e0f5d3b2c1a8877665544332211ffeeddccbbaa9900，可独立复算。")
                .section("异议及答复").numbered(List.of("投标人三对投标人五的报价书写提出异议。\n答复：以解密文件为准。", "其余无异议。"))
                .note("注：本表一式三份。大写金额与小写金额不一致的，以大写金额为准。").section("签字")
                .signatures(people());
    }

    private static List<Fact2col> facts() {
        return List.of(new Fact2col("项目名称", "丹东市滨江路道路改造工程"), new Fact2col("标段名称", "施工一标段"),
                new Fact2col("标段编号", "E2106000001000123001"),
                new Fact2col("统一交易标识码", "D01-91210600MA0TEXT0A1-20261101-000001-8"),
                new Fact2col("招标人", "丹东市住房和城乡建设局"), new Fact2col("招标代理机构", "辽宁正信工程咨询有限公司"),
                new Fact2col("开标时间", HallTime.minute(AT)),
                new Fact2col("开标地点", "丹东市公共资源交易中心第一开标室"),
                new Fact2col("最高投标限价（元）", "123,456,789.00"), new Fact2col("应到 / 实到", "6 / 6"));
    }

    private static Column[] columns() {
        int[] shares = {4, 17, 13, 12, 17, 6, 7, 7, 7, 10};
        var columns = new Column[shares.length];
        for (int i = 0; i < shares.length; i++) {
            columns[i] = i == 3
                    ? Column.right(HEADS[i], shares[i])
                    : i == 1 || i == 4 || i == 9
                            ? Column.left(HEADS[i], shares[i])
                            : Column.centre(HEADS[i], shares[i]);
        }
        return columns;
    }

    private static List<SignatureLine> people() {
        return List.of(
                new SignatureLine("主持人", "王喆", "丹东市公共资源交易中心",
                        "5a3c91e07f11aa0042bd8c6e3d2f1a0b99c8d7e6", "已签署", "2026-11-23 09:58:12",
                        "无异议"),
                new SignatureLine("监标人", "龚祎翀", "丹东市住房和城乡建设局招标投标管理办公室", "0f3391", "已签署",
                        "2026-11-23 09:59:40", "无异议"),
                SignatureLine.open("投标人代表", "李𬭎", "辽宁第六建设工程集团股份有限公司丹东分公司"));
    }

    /// Forty pages of one table, for speed and repeated heads.
    static Paper large() {
        var paper = Paper.titled("评标专家个人评分表").named("scores").number("PBBG-2026-0123").at(AT)
                .header("E2106000001000123001").mark(Mark.DRAFT);
        var rows = new ArrayList<List<String>>();
        for (int i = 1; i <= 600; i++) {
            rows.add(List.of(Integer.toString(i), "施工组织设计的完整性与针对性 " + i, "5.00",
                    i % 6 + "." + i % 10 + "0", "内容完整，针对性强，措施得力。"));
        }
        return paper.table(Table
                .columns(Column.centre("序号", 8), Column.left("评审因素", 34), Column.right("满分", 10),
                        Column.right("得分", 10), Column.left("评审意见", 38))
                .rows(rows).total("", "合计", "3000.00", "1234.50", ""));
    }
}
