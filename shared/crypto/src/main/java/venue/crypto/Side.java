package venue.crypto;

/// Whose half of a content key.
public enum Side {
    /// 投标人
    BIDDER(1),
    /// 招标人（平台）一侧
    TENDER(2),
    /// The whole key: a recipient of a sealed parcel opens it alone.
    WHOLE(3);

    private final int number;

    Side(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static Side numbered(int number) {
        for (var side : values()) {
            if (side.number == number) {
                return side;
            }
        }
        throw new IllegalArgumentException("no side " + number);
    }
}
