package venue.domain.witness;

/// Whom a finding is about (交易主体类别).
public enum SubjectKind {
    /// 投标人
    BIDDER("BID", "投标人"),
    /// 招标人（采购人）
    TENDERER("TEN", "招标人（采购人）"),
    /// 招标代理机构
    AGENCY("AGT", "招标代理机构"),
    /// 评标专家
    EXPERT("EXP", "评标专家"),
    /// 平台工作人员
    STAFF("STF", "平台工作人员"),
    /// 监督及其他人员
    OTHER("SUP", "监督及其他人员");

    private final String prefix;
    private final String title;

    SubjectKind(String prefix, String title) {
        this.prefix = prefix;
        this.title = title;
    }

    /// The first three letters of its codes in the catalogue.
    public String prefix() {
        return prefix;
    }

    /// The Chinese name on forms.
    public String title() {
        return title;
    }
}
