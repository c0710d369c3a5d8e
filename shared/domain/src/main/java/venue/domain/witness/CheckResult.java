package venue.domain.witness;

/// What a witness found at one line of the checklist.
public enum CheckResult {
    /// As it should be.
    NORMAL("正常"),
    /// Not as it should be; a note is needed.
    ABNORMAL("异常"),
    /// Does not occur in this tender.
    NOT_APPLICABLE("不适用");

    private final String title;

    CheckResult(String title) {
        this.title = title;
    }

    /// The Chinese word on forms.
    public String title() {
        return title;
    }
}
