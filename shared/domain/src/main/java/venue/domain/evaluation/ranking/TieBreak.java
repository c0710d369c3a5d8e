package venue.domain.evaluation.ranking;

/// What decides between equal totals, in the order of the tender file (并列的处理).
public enum TieBreak {
    /// 报价低者优先
    LOWER_PRICE,
    /// 技术得分高者优先
    HIGHER_TECHNICAL
}
