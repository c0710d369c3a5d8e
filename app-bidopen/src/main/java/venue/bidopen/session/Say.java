package venue.bidopen.session;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import venue.domain.base.BidderId;
import venue.domain.base.SocialCreditCode;
import venue.words.Language;
import venue.words.Words;

/// The words of this application.
public final class Say {

    /// Its book.
    public static final Words WORDS = Words.of("venue.bidopen", Say.class);

    /// Stands in for a bidder while none is chosen; a well-formed code that belongs to nobody.
    public static final BidderId NOBODY = new BidderId(
            "0".repeat(17) + SocialCreditCode.checkOf("0".repeat(17)));

    private static final ZoneId HALL = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter
            .ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(HALL);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter
            .ofPattern("HH:mm:ss", Locale.ROOT).withZone(HALL);

    private Say() {}

    /// A sentence in the language of the screen.
    public static String it(String key, Object... arguments) {
        return WORDS.say(key, arguments);
    }

    /// A sentence for paper, which is Chinese whatever the screen speaks.
    public static String onPaper(String key, Object... arguments) {
        return WORDS.say(Language.ZH, key, arguments);
    }

    /// The word for a constant, e.g. 证书不符 for `WRONG_CERT`.
    public static String of(Enum<?> constant) {
        return it(keyOf(constant));
    }

    /// The same for paper.
    public static String onPaper(Enum<?> constant) {
        return onPaper(keyOf(constant));
    }

    /// `2026-11-23 09:30:05` in Beijing.
    public static String time(Instant at) {
        return TIME.format(at);
    }

    /// `09:30:05` in Beijing.
    public static String clock(Instant at) {
        return CLOCK.format(at);
    }

    /// `29:59`, or `00:00` when it is over.
    public static String left(Instant now, Instant until) {
        long seconds = Math.max(0, Duration.between(now, until).toSeconds());
        long hours = seconds / 3600;
        var rest = "%02d:%02d".formatted(seconds / 60 % 60, seconds % 60);
        return hours > 0 ? hours + ":" + rest : rest;
    }

    private static String keyOf(Enum<?> constant) {
        return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
    }
}
