package venue.crypto.threshold;

/// How a bid may still be opened when the bidder's certificate fails (补救方案). Only what the tender
/// documents provide is allowed (电子招标投标办法 第三十一条).
public enum Remedy {
    /// 救援码: the bidder's half under a code that only the bidder has
    RESCUE_CODE(1),
    /// 备份投标文件: the same content unsealed, its digest bound into the sealed bid
    BACKUP_FILE(2);

    private final int number;

    Remedy(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static Remedy numbered(int number) {
        return switch (number) {
            case 1 -> RESCUE_CODE;
            case 2 -> BACKUP_FILE;
            default -> throw new IllegalArgumentException("no remedy " + number);
        };
    }

    /// The remedy in the words of the hall.
    public String say() {
        return ThresholdFailure.BOOK.say("remedy." + name());
    }
}
