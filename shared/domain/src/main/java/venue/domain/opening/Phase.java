package venue.domain.opening;

import java.util.Set;

/// How far an opening has come (开标阶段).
public enum Phase {
    /// 待准备: no project package yet
    DRAFT,
    /// 已就绪
    READY,
    /// 签到
    CHECK_IN,
    /// 已截止投标
    CLOSED_FOR_SUBMISSION,
    /// 已清点
    COUNTED,
    /// 抽取
    DRAW,
    /// 解密: the bidder's half first, the tender side's half second
    DECRYPTION,
    /// 已导入: nothing sealed is left without a reason
    IMPORTED,
    /// 唱标
    READ_OUT,
    /// 开标异议
    OBJECTION_WINDOW,
    /// 编制开标记录
    RECORD_DRAFT,
    /// 签署
    SIGNING,
    /// 开标结束
    ENDED,
    /// 已移交评标
    HANDED_TO_EVALUATION,
    /// 不得开标: fewer than three bids
    NOT_OPENED,
    /// 中止
    SUSPENDED,
    /// 终止
    TERMINATED;

    private static final Set<Phase> FINAL = Set.of(ENDED, HANDED_TO_EVALUATION, NOT_OPENED,
            TERMINATED);

    /// Whether the meeting is over, one way or another.
    public boolean isOver() {
        return FINAL.contains(this);
    }

    /// Whether this phase lies at or after `other` on the ordinary way.
    public boolean reached(Phase other) {
        return compareTo(other) >= 0 && this != SUSPENDED;
    }
}
