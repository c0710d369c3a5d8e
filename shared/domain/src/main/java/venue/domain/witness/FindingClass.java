package venue.domain.witness;

/// The two classes of findings. The class says what a witness does, not whether anybody is guilty.
public enum FindingClass {
    /// Record, prompt or notify, receipt, close.
    A("甲类", "不良交易行为"),
    /// Preserve evidence first, then report to the department.
    B("乙类", "涉嫌违法违规"),
    /// Begins as class A and may be raised to class B under the same number.
    A_TO_B("甲转乙", "不良交易行为，可升级为涉嫌违法违规");

    private final String mark;
    private final String title;

    FindingClass(String mark, String title) {
        this.mark = mark;
        this.title = title;
    }

    /// Short, for tables.
    public String mark() {
        return mark;
    }

    /// The Chinese name on forms.
    public String title() {
        return title;
    }
}
