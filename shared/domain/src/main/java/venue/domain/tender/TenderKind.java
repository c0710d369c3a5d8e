package venue.domain.tender;

/// What is tendered for; decides the read-out columns (唱标内容).
public enum TenderKind {
    /// 施工
    WORKS,
    /// 勘察设计监理
    CONSULTING,
    /// 货物
    GOODS,
    /// 服务
    SERVICES
}
