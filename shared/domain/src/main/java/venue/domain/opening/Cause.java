package venue.domain.opening;

/// Whose cause it is that a bid stayed sealed (未解密原因): the law gives two different ends
/// (电子招标投标办法 第三十一条).
public enum Cause {
    /// 投标人原因: the bid counts as revoked (视为撤销)
    BIDDER,
    /// 投标人以外原因: the bid counts as withdrawn (视为撤回), the loss may be claimed
    OTHER,
    /// 原因待定
    PENDING
}
