package venue.domain.evaluation;

import venue.domain.base.Basis;
import venue.domain.base.Refusal;
import venue.domain.base.Role;

/// Why a command is refused in an evaluation, with its ground and who can help.
public enum EvaluationRefusal implements Refusal {
    /// 不是评标委员会成员
    NOT_A_MEMBER(Law.COMMITTEE, "第十条", Role.HOST),
    /// 已被更换或已申请回避，席位锁定
    LOCKED_OUT(Law.REGULATION, "第四十八条", Role.HOST),
    /// 本席位不属于评标室
    UNKNOWN_DESK(Law.E_BIDDING, "第三十三条", Role.TECHNICIAN),
    /// 须在本人签到的席位上操作
    OTHER_DESK(Law.E_BIDDING, "第三十三条", Role.EXPERT),
    /// 席位上已有其他成员签到
    DESK_TAKEN(Law.E_BIDDING, "第三十三条", Role.HOST),
    /// 已签到
    ALREADY_SIGNED_IN(Law.COMMITTEE, "第十条", Role.EXPERT),
    /// 尚未签到
    NOT_SIGNED_IN(Law.COMMITTEE, "第十条", Role.EXPERT),
    /// 尚未查看投标人名单
    LIST_NOT_SHOWN(Law.COMMITTEE, "第十二条", Role.EXPERT),
    /// 已签署承诺书
    ALREADY_DECLARED(Law.COMMITTEE, "第十二条", Role.EXPERT),
    /// 须写明理由
    REASON_MISSING(Law.COMMITTEE, "第十二条", Role.EXPERT),
    /// 只能由主持人办理
    HOST_ONLY(Law.REGULATION, "第四十八条", Role.HOST),
    /// 该成员未申请回避，不得更换
    NO_GROUND_TO_REPLACE(Law.REGULATION, "第四十六条", Role.HOST),
    /// 须按抽取顺序补入
    SUBSTITUTE_NOT_NEXT(Law.REGULATION, "第四十六条", Role.HOST),
    /// 评分已开始揭示，不得更换
    REVEAL_BEGUN(Law.REGULATION, "第四十八条", Role.SUPERVISOR),
    /// 成员尚未全部签到并承诺
    COMMITTEE_INCOMPLETE(Law.TENDERING, "第三十七条", Role.EXPERT),
    /// 人数或专家比例不合法
    COMMITTEE_UNLAWFUL(Law.TENDERING, "第三十七条", Role.TENDERER),
    /// 组长已产生
    CHAIR_ELECTED(Law.COMMITTEE, "第九条", Role.EXPERT),
    /// 本轮已投票
    ALREADY_VOTED(Law.COMMITTEE, "第九条", Role.EXPERT),
    /// 候选人不能担任组长
    CANNOT_CHAIR(Law.MEASURES_87, "第四十五条", Role.EXPERT),
    /// 组长尚未产生
    NO_CHAIR(Law.COMMITTEE, "第九条", Role.EXPERT),
    /// 只能由组长办理
    CHAIR_ONLY(Law.COMMITTEE, "第九条", Role.EXPERT),
    /// 移交的投标文件尚未启封
    HANDOVER_CLOSED(Law.E_BIDDING, "第三十三条", Role.EXPERT),
    /// 移交的投标文件已启封
    HANDOVER_OPEN(Law.E_BIDDING, "第三十三条", Role.EXPERT),
    /// 没有可供评审的投标文件
    NO_OFFERS(Law.COMMITTEE, "第二十七条", Role.TENDERER),
    /// 招标文件规定的系数没有抽取结果
    DRAW_MISSING(Law.COMMITTEE, "第十七条", Role.HOST),
    /// 已提交，不得再改
    ALREADY_SUBMITTED(Law.COMMITTEE, "第十三条", Role.EXPERT),
    /// 尚有未评审的项目
    REVIEW_INCOMPLETE(Law.COMMITTEE, "第二十二条", Role.EXPERT),
    /// 不符合须写明理由和页码
    MARK_UNGROUNDED(Law.REGULATION, "第四十九条", Role.EXPERT),
    /// 尚有成员未提交初步评审
    REVIEWS_MISSING(Law.COMMITTEE, "第二十二条", Role.EXPERT),
    /// 初步评审已汇总
    REVIEW_CLOSED(Law.COMMITTEE, "第二十二条", Role.EXPERT),
    /// 初步评审尚未汇总
    REVIEW_OPEN(Law.COMMITTEE, "第二十二条", Role.EXPERT),
    /// 没有这家投标人
    UNKNOWN_BIDDER(Law.COMMITTEE, "第十九条", Role.EXPERT),
    /// 没有这项澄清或已答复
    NO_SUCH_QUESTION(Law.REGULATION, "第五十二条", Role.HOST),
    /// 答复期限未到
    ANSWER_NOT_DUE(Law.REGULATION, "第五十二条", Role.EXPERT),
    /// 尚有澄清未答复
    CLARIFICATION_OPEN(Law.REGULATION, "第五十二条", Role.HOST),
    /// 尚有未打分的项目
    BALLOT_INCOMPLETE(Law.COMMITTEE, "第三十七条", Role.EXPERT),
    /// 分值超出评分标准或不合步长
    POINTS_NOT_ALLOWED(Law.REGULATION, "第四十九条", Role.EXPERT),
    /// 评分须由本人证书签名
    NOT_SIGNED(Law.E_BIDDING, "第四十条", Role.EXPERT),
    /// 尚未提交评分
    NOT_COMMITTED(Law.COMMITTEE, "第十三条", Role.EXPERT),
    /// 尚有成员未提交评分，不得揭示
    COMMITMENTS_MISSING(Law.TENDERING, "第三十八条", Role.EXPERT),
    /// 已揭示
    ALREADY_REVEALED(Law.TENDERING, "第三十八条", Role.EXPERT),
    /// 与提交时的校验值不符
    COMMITMENT_BROKEN(Law.TENDERING, "第三十八条", Role.TECHNICIAN),
    /// 尚有成员未揭示评分
    REVEALS_MISSING(Law.TENDERING, "第三十八条", Role.EXPERT),
    /// 汇总后不得修改，此处无法定更正情形
    NOTHING_TO_CORRECT(Law.MEASURES_87, "第六十四条", Role.EXPERT),
    /// 存在必须更正的评分
    IRREGULARITIES(Law.MEASURES_87, "第六十四条", Role.EXPERT),
    /// 候选人之间并列，须先抽签
    TIED(Law.COMMITTEE, "第四十五条", Role.EXPERT),
    /// 没有并列
    NOT_TIED(Law.COMMITTEE, "第四十五条", Role.EXPERT),
    /// 尚未形成评标报告
    NO_REPORT(Law.REGULATION, "第五十三条", Role.EXPERT),
    /// 评标报告已形成
    REPORT_DRAFTED(Law.REGULATION, "第五十三条", Role.EXPERT),
    /// 与组长形成的报告不一致
    REPORT_DIFFERS(Law.REGULATION, "第五十三条", Role.TECHNICIAN),
    /// 已签署
    ALREADY_SIGNED(Law.REGULATION, "第五十三条", Role.EXPERT),
    /// 已提出不同意见
    ALREADY_DISSENTED(Law.REGULATION, "第五十三条", Role.EXPERT),
    /// 尚有成员未签署
    SIGNATURES_MISSING(Law.REGULATION, "第五十三条", Role.EXPERT),
    /// 评标已结束
    CLOSED(Law.COMMITTEE, "第四十四条", Role.TENDERER);

    private final String source;
    private final String article;
    private final Role remedyBy;

    EvaluationRefusal(String source, String article, Role remedyBy) {
        this.source = source;
        this.article = article;
        this.remedyBy = remedyBy;
    }

    @Override
    public Basis basis() {
        return new Basis(source, article);
    }

    @Override
    public Role remedyBy() {
        return remedyBy;
    }

    private static final class Law {
        static final String TENDERING = "招标投标法";
        static final String REGULATION = "招标投标法实施条例";
        static final String COMMITTEE = "评标委员会和评标方法暂行规定";
        static final String E_BIDDING = "电子招标投标办法";
        static final String MEASURES_87 = "政府采购货物和服务招标投标管理办法";

        private Law() {}
    }
}
