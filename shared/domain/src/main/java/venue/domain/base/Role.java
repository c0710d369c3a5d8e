package venue.domain.base;

/// What somebody is in the hall. A role is bound to a certificate and to one tender.
public enum Role {
    /// 主持人
    HOST,
    /// 唱标人
    READER,
    /// 记录人
    RECORDER,
    /// 监标人
    OPENING_SUPERVISOR,
    /// 招标人（采购人）
    TENDERER,
    /// 招标代理机构
    AGENCY,
    /// 投标人
    BIDDER,
    /// 评标专家
    EXPERT,
    /// 招标人代表（评标委员会成员）
    TENDERER_MEMBER,
    /// 见证人
    WITNESS,
    /// 行政监督人员
    SUPERVISOR,
    /// 技术支持
    TECHNICIAN,
    /// 系统（无人值守的动作，如到点截止）
    SYSTEM
}
