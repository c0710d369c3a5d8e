package venue.domain.witness;

/// How a notice was received (送达结果).
public enum Delivery {
    /// 签收
    SIGNED("签收"),
    /// 拒收，注明情况
    REFUSED("拒收"),
    /// 电子送达
    ELECTRONIC("电子送达");

    private final String title;

    Delivery(String title) {
        this.title = title;
    }

    /// The Chinese name on forms.
    public String title() {
        return title;
    }
}
