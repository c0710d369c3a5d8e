package venue.documents;

/// What a paper may pass for.
public enum Mark {
    /// 草稿: every page says so, across the page and in its head.
    DRAFT,
    /// 正式稿: what is signed.
    OFFICIAL
}
