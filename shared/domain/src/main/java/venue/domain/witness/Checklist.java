package venue.domain.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is witnessed at each stage (见证事项清单), as data: no province of the north-east has its own
/// standard for witnessing, so a venue must be able to see the whole list in one place.
public final class Checklist {

    private static final List<CheckItem> ITEMS = build();

    private Checklist() {}

    /// Every line, in order.
    public static List<CheckItem> items() {
        return ITEMS;
    }

    /// The lines of one stage, in order.
    public static List<CheckItem> of(WatchStage stage) {
        return ITEMS.stream().filter(item -> item.stage() == stage).toList();
    }

    /// The line with this code.
    public static Optional<CheckItem> find(String code) {
        return ITEMS.stream().filter(item -> item.code().equals(code)).findFirst();
    }

    private static List<CheckItem> build() {
        var items = new ArrayList<CheckItem>();
        add(items, WatchStage.ENTRY, "JC", "项目登记与场地预约一致", "招标文件版本与公布版本一致", "公告内容与投标截止时间",
                "场地设备、监控与时钟自检", "进场人员名单与授权");
        add(items, WatchStage.EXPERT_DRAW, "CQ", "抽取申请表填写完整", "监督人员在场", "规则设置（专业、人数、回避）", "随机抽取过程",
                "补抽次数及原因", "名单密封与保密", "抽取人与代理机构分离");
        add(items, WatchStage.BEFORE_OPENING, "KQ", "投标人签到", "授权代表身份核验", "截止时间停止接收投标文件", "逾期送达文件拒收",
                "投标文件递交数量", "投标人少于三家的处理");
        add(items, WatchStage.OPENING, "KB", "主持人宣读纪律", "投标人名单公布", "抽取系数过程", "解密开始与结束时间",
                "每家解密结果与原因归类",
                "唱标内容与投标文件一致", "最高投标限价（标底）公布", "异议与当场答复", "开标记录签字与拒签", "中止与恢复", "开标结束时间");
        add(items, WatchStage.BEFORE_EVALUATION, "PQ", "评标专家签到与人证核验", "通讯工具存放", "承诺书签署", "回避情况",
                "评标委员会组长推选",
                "无关人员清场", "招标人代表授权", "采购人书面说明");
        add(items, WatchStage.EVALUATION, "PZ", "人员进出（门禁）", "迟到、早退与擅离", "倾向性言论", "有无协商打分",
                "澄清往来及时限", "否决投标表决",
                "评标委员会成员更换", "打分锁定", "系数与评标基准价复核", "用餐与隔夜封存", "设备故障");
        add(items, WatchStage.AFTER_EVALUATION, "PH", "汇总复核", "评标报告签字、不同意见与拒签", "资料归还", "设备清理",
                "评审劳务费",
                "人员离场", "通讯工具领取", "音视频完整性校验");
        add(items, WatchStage.OTHER, "QT", "投诉线索", "外来干预（打招呼）登记", "突发事件");
        return List.copyOf(items);
    }

    private static void add(List<CheckItem> items, WatchStage stage, String prefix,
            String... titles) {
        for (int i = 0; i < titles.length; i++) {
            var number = i + 1 < 10 ? "0" + (i + 1) : String.valueOf(i + 1);
            items.add(new CheckItem(prefix + "-" + number, stage, titles[i]));
        }
    }
}
