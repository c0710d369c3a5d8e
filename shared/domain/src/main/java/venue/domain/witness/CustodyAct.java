package venue.domain.witness;

/// What happened to a kept piece of evidence (保管链动作). Each is a line of its custody ledger.
public enum CustodyAct {
    /// 移交
    HANDED_OVER("移交"),
    /// 导出
    EXPORTED("导出"),
    /// 查看
    VIEWED("查看"),
    /// 复制
    COPIED("复制");

    private final String title;

    CustodyAct(String title) {
        this.title = title;
    }

    /// The Chinese name on forms.
    public String title() {
        return title;
    }
}
