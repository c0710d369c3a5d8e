package venue.domain.record;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/// How long something is kept (保管期限).
public enum RetentionClass {
    /// 三年
    YEARS_3(3, "3年"),
    /// 十年
    YEARS_10(10, "10年"),
    /// 十五年
    YEARS_15(15, "15年"),
    /// 三十年
    YEARS_30(30, "30年"),
    /// 永久
    PERMANENT(0, "永久");

    private final int years;
    private final String title;

    RetentionClass(int years, String title) {
        this.years = years;
        this.title = title;
    }

    /// As written in an archive's catalogue.
    public String title() {
        return title;
    }

    /// The years; none if for ever.
    public OptionalInt years() {
        return this == PERMANENT ? OptionalInt.empty() : OptionalInt.of(years);
    }

    /// The last day on which it must be there, counted from the day on which the procurement ended;
    /// none if for ever. From 29 February on, a year ends on 1 March: never a day too early.
    public Optional<LocalDate> lastDay(LocalDate ended) {
        if (this == PERMANENT) {
            return Optional.empty();
        }
        var day = ended.plusYears(years);
        return Optional.of(day.getDayOfMonth() < ended.getDayOfMonth() ? day.plusDays(1) : day);
    }

    /// Whether this is at least as long as `other`.
    public boolean covers(RetentionClass other) {
        return compareTo(other) >= 0;
    }
}
