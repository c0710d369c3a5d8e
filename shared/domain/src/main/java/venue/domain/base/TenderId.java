package venue.domain.base;

/// A lot (标段/包) by its code of 23 characters (公共资源交易平台系统数据规范, BID_SECTION_CODE).
public record TenderId(String value) implements Comparable<TenderId> {

    public TenderId {
        if (!value.matches("[A-Z0-9]{23}")) {
            throw new IllegalArgumentException("a lot code has 23 capitals and digits: " + value);
        }
    }

    @Override
    public int compareTo(TenderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
