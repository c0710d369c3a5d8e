package venue.domain.base;

/// A bidder (投标人), by its 统一社会信用代码 (GB 32100-2015, 18 characters).
public record BidderId(String value) implements Comparable<BidderId> {

    public BidderId {
        if (!SocialCreditCode.isValid(value)) {
            throw new IllegalArgumentException("not a unified social credit code: " + value);
        }
    }

    @Override
    public int compareTo(BidderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
