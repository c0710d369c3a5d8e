package venue.domain.opening;

import venue.domain.base.Basis;
import venue.domain.base.Refusal;
import venue.domain.base.Role;

/// Why something cannot be done at an opening now, on what ground, and who can change it.
public enum OpeningRefusal implements Refusal {
    /// 当前登录人员不承担此项职责
    ROLE_NOT_ALLOWED(Law.BIDDING, "第三十五条", Role.HOST),
    /// 尚未载入项目
    NOT_PREPARED(Law.ELECTRONIC, "第二十九条", Role.HOST),
    /// 尚未开放签到
    CHECK_IN_NOT_BEGUN(Law.ELECTRONIC, "第二十九条", Role.HOST),
    /// 尚未截止投标
    SUBMISSION_OPEN(Law.BIDDING, "第三十四条", Role.HOST),
    /// 尚未清点投标文件
    NOT_COUNTED(Law.ORDINANCE, "第四十四条", Role.HOST),
    /// 尚未开始解密
    DECRYPTION_NOT_BEGUN(Law.ELECTRONIC, "第三十条", Role.HOST),
    /// 招标文件规定的抽取尚未完成
    DRAW_UNFINISHED(Law.TENDER_FILE, "抽取条款", Role.HOST),
    /// 解密尚未结束
    DECRYPTION_UNFINISHED(Law.ELECTRONIC, "第三十条", Role.HOST),
    /// 尚未开始唱标
    READ_OUT_NOT_BEGUN(Law.BIDDING, "第三十六条", Role.HOST),
    /// 还有投标人未唱标
    READ_OUT_UNFINISHED(Law.BIDDING, "第三十六条", Role.READER),
    /// 异议时段尚未结束
    OBJECTIONS_OPEN(Law.ORDINANCE, "第四十四条", Role.HOST),
    /// 尚未生成开标记录
    RECORD_NOT_DRAFTED(Law.BIDDING, "第三十六条第三款", Role.RECORDER),
    /// 还有人未签署，也未登记理由
    SIGNATURES_MISSING(Law.BIDDING, "第三十六条第三款", Role.RECORDER),
    /// 开标已中止，恢复后继续
    MEETING_SUSPENDED(Law.TENDER_FILE, "开标异常处理条款", Role.HOST),
    /// 本场开标已经结束
    MEETING_OVER(Law.BIDDING, "第三十六条第三款", Role.SUPERVISOR),
    /// 本步骤已经完成
    STEP_DONE(Law.TENDER_FILE, "开标程序条款", Role.HOST),
    /// 开标没有中止
    NOT_SUSPENDED(Law.TENDER_FILE, "开标异常处理条款", Role.HOST),
    /// 还没有到投标截止时间
    BEFORE_DEADLINE(Law.BIDDING, "第三十四条", Role.HOST),
    /// 没有该单位按时递交的投标文件
    UNKNOWN_BIDDER(Law.ELECTRONIC, "第二十七条", Role.BIDDER),
    /// 该单位已经签到
    ALREADY_SIGNED_IN(Law.ELECTRONIC, "第二十九条", Role.RECORDER),
    /// 请填写代表姓名
    NAME_MISSING(Law.ELECTRONIC, "第二十九条", Role.BIDDER),
    /// 工作人员须在项目包名单上
    STAFF_NOT_LISTED(Law.BIDDING, "第三十五条", Role.AGENCY),
    /// 监标人不得兼任其他工作
    SUPERVISOR_MUST_STAND_APART(Law.TENDER_FILE, "开标程序条款", Role.HOST),
    /// 尚未宣布开标
    MEETING_NOT_OPEN(Law.BIDDING, "第三十五条", Role.HOST),
    /// 尚未公布投标人名单
    LIST_NOT_PUBLISHED(Law.TENDER_FILE, "开标程序条款", Role.HOST),
    /// 没有正在进行的抽取
    NO_SUCH_DRAW(Law.TENDER_FILE, "抽取条款", Role.AGENCY),
    /// 请选择本轮抽取的参与方
    PARTIES_WRONG(Law.TENDER_FILE, "抽取条款", Role.HOST),
    /// 该方已经提交承诺
    ALREADY_COMMITTED(Law.TENDER_FILE, "抽取条款", Role.HOST),
    /// 还有参与方没有提交承诺
    COMMITMENTS_MISSING(Law.TENDER_FILE, "抽取条款", Role.HOST),
    /// 两人录入的点数不一致
    DICE_DIFFER(Law.TENDER_FILE, "抽取条款", Role.RECORDER),
    /// 请录入至少 3 个点数，每个 0 至 99
    DICE_WRONG(Law.TENDER_FILE, "抽取条款", Role.RECORDER),
    /// 须由两个不同的人录入
    SAME_READER(Law.TENDER_FILE, "抽取条款", Role.RECORDER),
    /// 骰子点数还没有确认
    DICE_MISSING(Law.TENDER_FILE, "抽取条款", Role.RECORDER),
    /// 随机数与承诺值不符
    NONCE_MISMATCH(Law.TENDER_FILE, "抽取条款", Role.HOST),
    /// 系统随机数须最后公开
    MACHINE_SHOWS_LAST(Law.TENDER_FILE, "抽取条款", Role.HOST),
    /// 还有参与方没有公开随机数
    NONCES_MISSING(Law.TENDER_FILE, "抽取条款", Role.HOST),
    /// 解密时限已经届满
    WINDOW_OVER(Law.TENDER_FILE, "解密时限条款", Role.HOST),
    /// 解密时限未满，须投标人认可后方可认定
    WINDOW_OPEN(Law.TENDER_FILE, "解密时限条款", Role.BIDDER),
    /// 该投标文件已经解密
    ALREADY_OPENED(Law.ELECTRONIC, "第三十条", Role.HOST),
    /// 开标一览表不是该投标人的
    ANOTHERS_SHEET(Law.BIDDING, "第三十三条", Role.BIDDER),
    /// 文件与递交回执不一致
    NOT_AS_RECEIVED(Law.ELECTRONIC, "第二十七条", Role.TECHNICIAN),
    /// 还没有解密记录
    NO_ATTEMPT(Law.ELECTRONIC, "第三十一条", Role.BIDDER),
    /// 全部投标文件因共同故障未解密，应中止开标，不得逐家认定
    COMMON_FAULT(Law.TENDER_FILE, "开标异常处理条款", Role.HOST),
    /// 请写明理由
    REASON_MISSING(Law.ELECTRONIC, "第三十一条", Role.HOST),
    /// 还有投标文件未解密，也未认定原因
    BIDS_UNSETTLED(Law.ELECTRONIC, "第三十条", Role.HOST),
    /// 该投标文件没有解密
    NOT_OPENED_BID(Law.ELECTRONIC, "第三十一条", Role.HOST),
    /// 该人不是开标密钥份额的持有人
    NOT_A_HOLDER(Law.TENDER_FILE, "开标密钥条款", Role.AGENCY),
    /// 该持有人已经给出份额
    SHARE_GIVEN(Law.TENDER_FILE, "开标密钥条款", Role.HOST),
    /// 给出份额的持有人还不够
    QUORUM_MISSING(Law.TENDER_FILE, "开标密钥条款", Role.OPENING_SUPERVISOR),
    /// 招标文件没有规定此项补救方案
    RESCUE_NOT_PROVIDED(Law.ELECTRONIC, "第三十一条", Role.TENDERER),
    /// 启用补救方案须由监标人另行签署
    RESCUE_NEEDS_SUPERVISOR(Law.ELECTRONIC, "第三十一条", Role.OPENING_SUPERVISOR),
    /// 全部投标人已唱标
    ALREADY_READ(Law.BIDDING, "第三十六条", Role.READER),
    /// 请选择在场的投标人
    ONLY_PRESENT_BIDDERS(Law.ORDINANCE, "第四十四条", Role.BIDDER),
    /// 请填写内容（不超过 4000 字）
    TEXT_MISSING(Law.ORDINANCE, "第四十四条", Role.RECORDER),
    /// 没有待处理的异议
    NO_SUCH_OBJECTION(Law.ORDINANCE, "第四十四条", Role.RECORDER),
    /// 该异议已经答复
    ALREADY_ANSWERED(Law.ORDINANCE, "第四十四条", Role.HOST),
    /// 该异议还没有答复
    NOT_ANSWERED(Law.ORDINANCE, "第四十四条", Role.TENDERER),
    /// 异议人已经表态
    ALREADY_SETTLED(Law.ORDINANCE, "第四十四条", Role.RECORDER),
    /// 异议时段未满规定时间
    OBJECTION_WINDOW_OPEN(Law.ORDINANCE, "第四十四条", Role.BIDDER),
    /// 还有异议没有答复或表态
    OBJECTIONS_UNANSWERED(Law.ORDINANCE, "第四十四条", Role.TENDERER),
    /// 签名对应的不是当前版本
    ANOTHER_DOCUMENT(Law.SIGNATURE, "第十三条", Role.RECORDER),
    /// 该人不在签署名单上
    SIGNER_NOT_LISTED(Law.SIGNATURE, "第十三条", Role.AGENCY),
    /// 证书与名单登记的不一致
    CERTIFICATE_NOT_HIS(Law.SIGNATURE, "第十三条", Role.AGENCY),
    /// 该人已经签署或登记理由
    ALREADY_SIGNED(Law.SIGNATURE, "第十三条", Role.RECORDER),
    /// 主持人必须签署
    HOST_MUST_SIGN(Law.BIDDING, "第三十六条第三款", Role.HOST),
    /// 没有可接收的评标席位
    NO_RECIPIENT(Law.TENDER_FILE, "开标程序条款", Role.TECHNICIAN);

    private final String law;
    private final String article;
    private final Role remedyBy;

    OpeningRefusal(String law, String article, Role remedyBy) {
        this.law = law;
        this.article = article;
        this.remedyBy = remedyBy;
    }

    @Override
    public Basis basis() {
        return new Basis(law, article);
    }

    @Override
    public Role remedyBy() {
        return remedyBy;
    }

    /// Names of the sources, written once.
    private static final class Law {
        static final String BIDDING = "招标投标法";
        static final String ORDINANCE = "招标投标法实施条例";
        static final String ELECTRONIC = "电子招标投标办法";
        static final String SIGNATURE = "电子签名法";
        static final String TENDER_FILE = "招标文件";
    }
}
