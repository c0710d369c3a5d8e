package venue.crypto.threshold;

/// For which body somebody holds a share (份额持有方).
public enum Office {
    /// 交易中心: gives by itself when its own clock has passed the deadline
    CENTRE(1),
    /// 场地
    HALL(2),
    /// 招标代理机构
    AGENCY(3),
    /// 行政监督或监标人
    SUPERVISOR(4),
    /// 见证
    WITNESS(5),
    /// 招标人
    TENDERER(6);

    private final int number;

    Office(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static Office numbered(int number) {
        for (var office : values()) {
            if (office.number == number) {
                return office;
            }
        }
        throw new IllegalArgumentException("no office " + number);
    }

    /// The office in the words of the hall.
    public String say() {
        return ThresholdFailure.BOOK.say("office." + name());
    }
}
