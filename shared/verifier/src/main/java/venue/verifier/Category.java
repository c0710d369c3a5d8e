package venue.verifier;

/// What a check looks at (四性检测, after DA/T 70-2018, with 可采信性 for evidence).
public enum Category {
    /// 完整性
    COMPLETENESS,
    /// 真实性
    AUTHENTICITY,
    /// 一致性
    CONSISTENCY,
    /// 证据
    EVIDENCE
}
