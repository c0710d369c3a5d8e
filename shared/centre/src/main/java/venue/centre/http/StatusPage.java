package venue.centre.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import venue.centre.store.Registry;
import venue.crypto.Bytes;
import venue.sync.wire.Cursor;
import venue.words.Words;

/// The page for the duty officer (值班页面): who is in touch, what is held and countersigned, what is
/// wrong. Plain HTML without a script; it changes nothing.
public final class StatusPage {

    private static final DateTimeFormatter TIME = DateTimeFormatter
            .ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final Words WORDS = Words.of("venue.centre", StatusPage.class);

    private final House house;

    public StatusPage(House house) {
        this.house = house;
    }

    Answer answer() {
        return new Answer.Whole(200, "OK", "text/html; charset=utf-8",
                Bytes.of(html().getBytes(StandardCharsets.UTF_8)),
                Map.of("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"));
    }

    /// The page as text.
    public String html() {
        var page = new StringBuilder(
                "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">")
                .append("<title>").append(say("page.title")).append("</title><style>")
                .append("body{font:15px/1.6 'Noto Sans SC','Microsoft YaHei',sans-serif;")
                .append("margin:2em;")
                .append("color:#1b2733}table{border-collapse:collapse;margin:.6em 0 1.6em}")
                .append("th,td{border:1px solid #c3ccd6;padding:.3em .8em;text-align:left}")
                .append("th{background:#eef2f6}.bad{color:#a61b1b;font-weight:bold}</style>")
                .append("</head><body>");
        page.append("<h1>").append(say("page.title")).append("</h1><p>")
                .append(say("page.now", TIME.format(house.clock().instant()))).append("</p>");
        devices(page);
        alarms(page);
        return page.append("</body></html>\n").toString();
    }

    private void devices(StringBuilder page) {
        var cursors = house.logs().cursors();
        row(page.append("<h2>").append(say("page.devices")).append("</h2><table>"), "th",
                List.of(say("page.device"), say("page.kind"), say("page.room"),
                        say("page.contact"), say("page.generation"), say("page.held"),
                        say("page.witnessed"),
                        say("page.unsent")));
        for (var contact : house.registry().all()) {
            var id = contact.device().id().value();
            var newest = newest(cursors, id);
            long held = newest.map(Cursor::size).orElse(0L);
            long witnessed = newest.map(Cursor::witnessed).orElse(0L);
            row(page, "td", List.of(id, say("kind." + contact.device().kind()),
                    contact.device().room(), time(contact),
                    newest.map(cursor -> Integer.toString(cursor.generation())).orElse("–"),
                    Long.toString(held),
                    Long.toString(witnessed), unsent(contact, witnessed)));
        }
        page.append("</table>");
    }

    private String unsent(Registry.Contact contact, long witnessed) {
        return contact.claimed().isEmpty()
                ? "–"
                : Long.toString(Math.max(0, contact.claimed().get() - witnessed));
    }

    /// The log that the device writes now; older generations are closed.
    private static Optional<Cursor> newest(List<Cursor> cursors, String device) {
        return cursors.stream().filter(cursor -> cursor.device().equals(device))
                .max(Comparator.comparingInt(Cursor::generation));
    }

    private void alarms(StringBuilder page) {
        var alarms = house.book().alarms();
        page.append("<h2>").append(say("page.alarms")).append("</h2>");
        if (alarms.isEmpty()) {
            page.append("<p>").append(say("page.quiet")).append("</p>");
            return;
        }
        row(page.append("<table class=\"bad\">"), "th", List.of(say("page.time"),
                say("page.device"), say("page.alarm"), say("page.detail")));
        for (var alarm : alarms) {
            row(page, "td", List.of(TIME.format(alarm.at()), alarm.device(),
                    say("alarm." + alarm.code()), alarm.detail()));
        }
        page.append("</table>");
    }

    private static String time(Registry.Contact contact) {
        Optional<Instant> at = contact.at();
        return at.map(TIME::format).orElseGet(() -> say("page.never"));
    }

    private static void row(StringBuilder page, String cell, List<String> texts) {
        page.append("<tr>");
        for (var text : texts) {
            page.append('<').append(cell).append('>').append(escape(text)).append("</")
                    .append(cell).append('>');
        }
        page.append("</tr>\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String say(String key, Object... arguments) {
        return WORDS.say(key, arguments);
    }
}
