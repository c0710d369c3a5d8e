package venue.domain.witness;

import static venue.domain.witness.Catalogue.entry;
import static venue.domain.witness.FindingClass.A;
import static venue.domain.witness.FindingClass.A_TO_B;
import static venue.domain.witness.FindingClass.B;
import static venue.domain.witness.SubjectKind.EXPERT;
import static venue.domain.witness.SubjectKind.OTHER;
import static venue.domain.witness.SubjectKind.STAFF;

import java.util.stream.Stream;

/// The catalogue's part about people in the hall: experts, the venue's staff, supervisors, others.
final class CataloguePeople {

    private CataloguePeople() {}

    static Stream<Misconduct> entries() {
        return Stream.of(experts(), staff(), others()).flatMap(part -> part);
    }

    private static Stream<Misconduct> experts() {
        return Stream.of(entry(EXPERT, 1, A, "迟到、早退、无故缺席", ""),
                entry(EXPERT, 2, A_TO_B, "未上交或者使用通讯工具", ""),
                entry(EXPERT, 3, B, "应当回避而不回避", "R71(1) Q75"),
                entry(EXPERT, 4, B, "擅离职守", "R71(2) G62(5)"),
                entry(EXPERT, 5, B, "不按照招标文件规定的评标标准和方法评标", "R71(3)"),
                entry(EXPERT, 6, B, "私下接触投标人", "R71(4) G62(1)"),
                entry(EXPERT, 7, B, "征询确定中标人的意向、接受倾向性要求", "R71(5)"),
                entry(EXPERT, 8, B, "对应当否决的投标不提出否决意见", "R71(6)"),
                entry(EXPERT, 9, B, "诱导澄清或者接受主动澄清", "R71(7) G62(2)"),
                entry(EXPERT, 10, A_TO_B, B, "发表倾向性言论", "G62(3)"),
                entry(EXPERT, 11, B, "协商评分", "G62(4)"),
                entry(EXPERT, 12, A_TO_B, "记录、复制或者带走评标资料", "G62(6)"),
                entry(EXPERT, 13, A, "客观分不一致、畸高畸低无理由", "G64"),
                entry(EXPERT, 14, B, "泄露评审情况", "T56 Q75"), entry(EXPERT, 15, B, "收受财物", "T56 R72"),
                entry(EXPERT, 16, B, "冒名顶替", ""),
                entry(EXPERT, 17, A, "无正当理由拒绝签字、拒写意见", "R53"),
                entry(EXPERT, 18, A, "索要超额劳务费", ""), entry(EXPERT, 19, B, "代打分、抄袭他人评分", ""),
                entry(EXPERT, 20, A, "扰乱秩序、拖延评标", ""));
    }

    private static Stream<Misconduct> staff() {
        return Stream.of(entry(STAFF, 1, B, "行使审批、备案、监管、处罚等职能", "D19(1),36"),
                entry(STAFF, 2, B, "指定中介服务", "D19(2)"), entry(STAFF, 3, B, "强制进场交易", "D19(3)"),
                entry(STAFF, 4, B, "干涉选择电子交易系统和工具", "D19(4)"),
                entry(STAFF, 5, B, "扣押证照资料", "D19(5)"), entry(STAFF, 6, B, "限制外地市场主体", "D19(6)"),
                entry(STAFF, 7, A_TO_B, "要求法定代表人到场", "D19(7)"),
                entry(STAFF, 8, B, "其他越权行为", "D19(8)"), entry(STAFF, 9, B, "违规收费", "D20,37"),
                entry(STAFF, 10, B, "泄密", "D40 E56"),
                entry(STAFF, 11, B, "故意设置递交、解密障碍", "E54(5)"),
                entry(STAFF, 12, B, "伪造、篡改、损毁信息", "E58"),
                entry(STAFF, 13, A, "未及时记录、报告", "D31,41"),
                entry(STAFF, 14, A_TO_B, "未保存音视频", "D18"));
    }

    private static Stream<Misconduct> others() {
        return Stream.of(entry(OTHER, 1, B, "非法干涉评标", "R80"),
                entry(OTHER, 2, A_TO_B, "打招呼等外来干预（登记）", ""),
                entry(OTHER, 3, A, "无关人员进入", "G66"));
    }
}
