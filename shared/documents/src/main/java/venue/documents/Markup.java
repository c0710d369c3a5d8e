package venue.documents;

import static venue.words.Language.ZH;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.StringLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import venue.words.Words;

/// A paper as a page of markup, by the house's one template. Papers are Chinese whatever language
/// the screen speaks.
final class Markup {

    private static final Words WORDS = Words.of("venue.documents", Markup.class);
    private static final String CSS = resource("paper.css");
    private static final PebbleTemplate TEMPLATE = new PebbleEngine.Builder()
            .loader(new StringLoader()).cacheActive(false).strictVariables(true)
            .defaultLocale(Locale.ROOT).build().getLiteralTemplate(resource("paper.html"));

    private Markup() {}

    /// The markup of `paper`.
    static String of(Paper paper) {
        boolean draft = paper.mark() == Mark.DRAFT;
        var model = new HashMap<String, Object>();
        model.put("css", CSS);
        model.put("title", text(paper.title()).replace('\n', ' '));
        model.put("titleLines", lines(paper.title()));
        model.put("subtitle", text(paper.subtitle()));
        model.put("head", text(paper.head()));
        model.put("foot", text(paper.foot()));
        model.put("footMark", draft ? say("paper.draft.note") : "");
        model.put("number",
                paper.number().isEmpty() ? "" : say("paper.number", text(paper.number())));
        model.put("mark", draft ? "【" + say("paper.draft") + "】" : "");
        model.put("draft", draft ? say("paper.draft") : "");
        model.put("body", paper.wide() ? "wide" : "tall");
        model.put("runs", runs(paper));
        var out = new StringWriter();
        try {
            TEMPLATE.evaluate(out, model, Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /// The blocks in runs that stand on pages of one direction. Headings and remarks right above a
    /// wide table go with it.
    private static List<Map<String, Object>> runs(Paper paper) {
        var runs = new ArrayList<Map<String, Object>>();
        var blocks = paper.blocks();
        int from = 0;
        while (from < blocks.size()) {
            boolean wide = leadsToWide(blocks, from);
            int to = from + 1;
            while (to < blocks.size() && leadsToWide(blocks, to) == wide) {
                to++;
            }
            boolean landscape = wide || paper.wide();
            runs.add(Map.of("place", wide && !paper.wide() ? "wide" : "here", "groups",
                    groups(blocks.subList(from, to), landscape)));
            from = to;
        }
        return runs;
    }

    /// The blocks in groups; a short table stays on one page with the heading and the remark above
    /// it.
    private static List<Map<String, Object>> groups(List<Block> blocks, boolean landscape) {
        var groups = new ArrayList<Map<String, Object>>();
        var waiting = new ArrayList<Map<String, Object>>();
        for (var block : blocks) {
            waiting.add(block(block, landscape));
            switch (block) {
                case Block.Heading _,Block.Note _ -> {
                    // stays with what follows
                }
                case Block.Grid(var table) -> close(groups, waiting, table.rows().size());
                case Block.Signatures(var people) -> close(groups, waiting, people.size());
                case Block.Facts facts -> close(groups, waiting, facts.pairs().size() / 2);
                default -> close(groups, waiting, Table.SHORT_ROWS + 1);
            }
        }
        close(groups, waiting, 0);
        return groups;
    }

    private static void close(List<Map<String, Object>> groups,
            List<Map<String, Object>> waiting, int rows) {
        if (waiting.isEmpty()) {
            return;
        }
        groups.add(Map.of("style", rows <= Table.SHORT_ROWS ? "keep" : "flow", "blocks",
                List.copyOf(waiting)));
        waiting.clear();
    }

    private static boolean leadsToWide(List<Block> blocks, int from) {
        for (int i = from; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Grid(var table)) {
                return table.wide();
            }
            if (!(blocks.get(i) instanceof Block.Heading)) {
                return false;
            }
        }
        return false;
    }

    private static Map<String, Object> block(Block block, boolean landscape) {
        return switch (block) {
            case Block.Heading(int level, var text) ->
                Map.of("kind", "heading", "level", level + 1, "text", text(text));
            case Block.Paragraph(var text) -> Map.of("kind", "paragraph", "lines", lines(text));
            case Block.Note(var text) -> Map.of("kind", "note", "lines", lines(text));
            case Block.Numbered(var items) ->
                Map.of("kind", "numbered", "items", items.stream().map(Markup::lines).toList());
            case Block.PageEnd _ -> Map.of("kind", "page-end");
            case Block.Facts facts -> facts(facts);
            case Block.Grid(var table) -> grid(table, landscape);
            case Block.Signatures(var people) -> grid(signatures(people), landscape);
        };
    }

    private static Map<String, Object> grid(Table table, boolean landscape) {
        var rows = new ArrayList<Map<String, Object>>();
        for (int r = 0; r < table.rows().size(); r++) {
            var cells = new ArrayList<Map<String, Object>>();
            for (int c = 0; c < table.columns().size(); c++) {
                cells.add(cell(table.rows().get(r).get(c), table.columns().get(c).align().name(),
                        1));
            }
            boolean total = table.totals() && r == table.rows().size() - 1;
            rows.add(row(total ? "totals" : "plain", cells));
        }
        return Map.of("kind", "grid", "caption",
                text(table.caption()), "style",
                table.dense() ? "dense" : "easy", "widths",
                Widths.of(table, landscape), "heads",
                table.columns().stream().map(c -> text(c.head())).toList(), "rows", rows);
    }

    private static Map<String, Object> facts(Block.Facts facts) {
        var rows = new ArrayList<Map<String, Object>>();
        var waiting = new ArrayList<Map<String, Object>>();
        for (var pair : facts.pairs()) {
            boolean alone = facts.columns() == 2 || pair.wide();
            if (alone && !waiting.isEmpty()) {
                rows.add(row("plain", completed(waiting)));
                waiting.clear();
            }
            waiting.add(cell(pair.label(), "label", 1));
            waiting.add(cell(pair.value(), "LEFT",
                    alone && facts.columns() == 4 ? 3 : 1));
            if (alone || waiting.size() == 4) {
                rows.add(row("plain", List.copyOf(waiting)));
                waiting.clear();
            }
        }
        if (!waiting.isEmpty()) {
            rows.add(row("plain", completed(waiting)));
        }
        return Map.of("kind", "grid", "caption", "", "style", "facts", "widths",
                facts.columns() == 2 ? List.of("24", "76") : List.of("18", "32", "18", "32"),
                "heads", List.of(), "rows", rows);
    }

    /// A lone pair before a long one is stretched over the row.
    private static List<Map<String, Object>> completed(List<Map<String, Object>> pair) {
        var value = new HashMap<>(pair.getLast());
        value.put("span", 3);
        return List.of(pair.getFirst(), value);
    }

    private static Table signatures(List<SignatureLine> people) {
        return Table
                .columns(Column.centre(say("paper.sign.role"), 14),
                        Column.centre(say("paper.sign.name"), 10),
                        Column.left(say("paper.sign.organisation"), 20),
                        Column.left(say("paper.sign.certificate"), 18),
                        Column.centre(say("paper.sign.status"), 10),
                        Column.centre(say("paper.sign.time"), 13),
                        Column.left(say("paper.sign.opinion"), 15))
                .rows(people.stream().map(p -> List.of(p.role(), p.name(), p.organisation(),
                        p.certificate(), p.status(), p.time(), p.opinion())).toList());
    }

    private static Map<String, Object> row(String style, List<Map<String, Object>> cells) {
        return Map.of("style", style, "cells", cells);
    }

    private static Map<String, Object> cell(String text, String style, int span) {
        return Map.of("lines", lines(text), "style", style, "span", span);
    }

    private static List<String> lines(String text) {
        return List.of(text(text).split("\n", -1));
    }

    private static String text(String text) {
        return Glyphs.printable(text);
    }

    private static String say(String key, Object... arguments) {
        return WORDS.say(ZH, key, arguments);
    }

    private static String resource(String name) {
        try (var stream = Markup.class.getResourceAsStream("/META-INF/page/" + name)) {
            if (stream == null) {
                throw new IOException("missing: " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
