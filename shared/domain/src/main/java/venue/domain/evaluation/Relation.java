package venue.domain.evaluation;

/// Why a member must withdraw (回避事由, 评标委员会和评标方法暂行规定 第十二条).
public enum Relation {
    /// 投标人或投标人主要负责人的近亲属
    FAMILY,
    /// 项目主管部门或者行政监督部门的人员
    SUPERVISING_STAFF,
    /// 与投标人有经济利益关系
    ECONOMIC_INTEREST,
    /// 曾因招标投标违法行为受过处罚
    PUNISHED,
    /// 与投标人有其他利害关系
    OTHER
}
