package venue.journal.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import venue.crypto.Bytes;

/// Values that are written as one string.
final class Scalars {

    private static final DateTimeFormatter MILLIS = DateTimeFormatter
            .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final Map<Class<?>, Function<String, Object>> READERS = Map.ofEntries(
            Map.entry(String.class, text -> text), Map.entry(BigDecimal.class, BigDecimal::new),
            Map.entry(BigInteger.class, BigInteger::new),
            Map.entry(Instant.class, Instant::parse), Map.entry(Duration.class, Duration::parse),
            Map.entry(LocalDate.class, LocalDate::parse),
            Map.entry(LocalTime.class, LocalTime::parse),
            Map.entry(LocalDateTime.class, LocalDateTime::parse),
            Map.entry(URI.class, URI::create), Map.entry(Bytes.class, Bytes::fromBase64));

    private Scalars() {}

    static boolean knows(Class<?> type) {
        return READERS.containsKey(type);
    }

    /// The text of `value`, or null if it is no scalar.
    static @Nullable String write(Object value) {
        return switch (value) {
            case String text -> text;
            case BigDecimal number -> number.toPlainString();
            case Instant at -> instant(at);
            case Bytes bytes -> bytes.base64();
            default -> knows(value.getClass()) ? value.toString() : null;
        };
    }

    static Object read(String text, Class<?> type) {
        var reader = READERS.get(type);
        if (reader == null) {
            throw new IllegalArgumentException("no scalar: " + type);
        }
        return reader.apply(text);
    }

    /// ISO 8601 with milliseconds in UTC.
    static String instant(Instant at) {
        if (!at.truncatedTo(ChronoUnit.MILLIS).equals(at)) {
            throw new IllegalArgumentException("finer than a millisecond: " + at);
        }
        return MILLIS.format(at);
    }
}
