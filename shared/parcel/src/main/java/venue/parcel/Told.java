package venue.parcel;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import venue.crypto.Progress;
import venue.words.Failure;
import venue.words.Language;

/// How the commands speak: results on one stream, progress and trouble on the other.
record Told(PrintStream out, PrintStream err) {

    private static final DateTimeFormatter TIME = DateTimeFormatter
            .ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    /// Both streams in UTF-8, whatever the machine's locale.
    static Told over(PrintStream out, PrintStream err) {
        return new Told(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    /// A moment as a bidder reads it (北京时间).
    static String time(Instant at) {
        return TIME.format(at);
    }

    void say(String key, Object... arguments) {
        out.println(ParcelWords.BOOK.say(key, arguments));
    }

    void progress(String key, Object... arguments) {
        err.println(ParcelWords.BOOK.say(key, arguments));
    }

    void fault(String sentence) {
        err.println(sentence);
    }

    void failure(Failure failure) {
        err.println(failure.getMessage());
    }

    /// Chinese first, then English.
    void help(String key) {
        for (var language : Language.values()) {
            out.println(ParcelWords.BOOK.say(language, key));
            out.println();
        }
    }

    /// Tells every tenth of the way.
    Progress tenths(String key) {
        var last = new long[]{-1};
        return (done, total) -> {
            long tenth = total == 0 ? 10 : done * 10 / total;
            if (tenth > last[0]) {
                last[0] = tenth;
                progress(key, tenth * 10);
            }
        };
    }
}
