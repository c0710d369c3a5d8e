package venue.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The page that a person opens after the day: documents, screens, checks, log (`index.html`).
final class DayPages {

    private DayPages() {}

    static void write(Path home, Map<String, Path> screens, List<Path> products, Checks checks) {
        var page = new StringBuilder(
                """
                        <!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>场内交易套件 全天演练</title>
                        <style>body{font:16px/1.6 sans-serif;margin:2em auto;max-width:1400px;color:#1b2733}
                        h1{font-size:26px}h2{border-bottom:1px solid #c9d2da;margin-top:2em}
                        figure{display:inline-block;margin:8px;vertical-align:top;width:440px}
                        img{width:100%;border:1px solid #c9d2da}table{border-collapse:collapse}
                        td,th{border:1px solid #c9d2da;padding:4px 10px;text-align:left}.bad{color:#a11}</style>
                        <h1>场内交易套件：全天演练的产物</h1>
                        """);
        page.append("<h2>文书与数据包</h2><table><tr><th>文件</th><th>大小（字节）</th></tr>");
        for (var product : products) {
            page.append("<tr><td><a href=\"").append(relative(home, product)).append("\">")
                    .append(relative(home, product)).append("</a></td><td>").append(size(product))
                    .append("</td></tr>");
        }
        page.append("</table><h2>屏幕</h2>");
        for (var screen : screens.entrySet()) {
            var file = relative(home, screen.getValue());
            page.append("<figure><a href=\"").append(file).append("\"><img loading=\"lazy\" src=\"")
                    .append(file).append("\" alt=\"\"></a><figcaption>").append(screen.getKey())
                    .append("</figcaption></figure>");
        }
        page.append("<h2>检查</h2><table><tr><th>环节</th><th>检查</th><th>结果</th></tr>");
        for (var check : checks.all()) {
            page.append("<tr><td>").append(safe(check.part())).append("</td><td>")
                    .append(safe(check.what())).append("</td><td")
                    .append(check.passed() ? ">通过" : " class=\"bad\">未通过 " + safe(check.detail()))
                    .append("</td></tr>");
        }
        page.append("</table></html>\n");
        try {
            Files.writeString(home.resolve("index.html"), page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String table(Path home, List<Path> products) {
        var out = new StringBuilder();
        for (var product : products) {
            out.append(String.format("  %,12d  %s%n", size(product), relative(home, product)));
        }
        return out.toString();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String relative(Path home, Path file) {
        return home.relativize(file).toString().replace('\\', '/');
    }

    private static String safe(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
