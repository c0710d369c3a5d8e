package venue.domain.evaluation;

/// How far an evaluation has come; it follows from the events and is never stored.
public enum Stage {
    /// 签到、承诺与回避
    SIGN_IN,
    /// 推选组长
    ELECTION,
    /// 启封投标文件
    HANDOVER,
    /// 初步评审与澄清
    REVIEW,
    /// 打分
    SCORING,
    /// 揭示
    REVEAL,
    /// 汇总、报价得分、排序
    RESULT,
    /// 签署评标报告
    SIGNING,
    /// 全体已签署
    SIGNED,
    /// 评标结束
    CLOSED
}
