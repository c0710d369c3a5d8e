package venue.domain.tender;

/// The legal regime (法律适用): the first branch of every rule.
public enum Regime {
    /// 招标投标法
    Z,
    /// 政府采购法（87号令）
    C
}
