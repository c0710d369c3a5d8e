package venue.documents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A paper as it will be printed (文书): a value, without layout of its own. Built by naming what
/// stands on it from top to bottom; the same value gives the same bytes of PDF on any machine.
///
/// @param name file name without ending, ASCII, e.g. `opening-record`
/// @param title 标题
/// @param subtitle under the title; may be empty
/// @param number 文书编号; may be empty
/// @param at the moment the paper states as its making; the only date in the file
/// @param head left part of every page's head: project and tender code
/// @param foot left part of every page's foot
/// @param wide whether all pages are landscape
public record Paper(String name, String title, String subtitle, String number, Mark mark,
        Instant at, String head, String foot, boolean wide, List<Block> blocks) {

    private static final String DIGITS = "〇一二三四五六七八九十";

    public Paper {
        if (!name.matches("[a-z0-9][a-z0-9.-]{0,79}")) {
            throw new IllegalArgumentException("not a file name: " + name);
        }
        blocks = List.copyOf(blocks);
    }

    /// An empty draft with this title.
    public static Paper titled(String title) {
        return new Paper("paper", title, "", "", Mark.DRAFT, Instant.EPOCH, "", "", false,
                List.of());
    }

    /// With this file name.
    public Paper named(String newName) {
        return new Paper(newName, title, subtitle, number, mark, at, head, foot, wide, blocks);
    }

    /// With a line under the title.
    public Paper subtitle(String text) {
        return new Paper(name, title, text, number, mark, at, head, foot, wide, blocks);
    }

    /// With this document number (文书编号).
    public Paper number(String text) {
        return new Paper(name, title, subtitle, text, mark, at, head, foot, wide, blocks);
    }

    /// As a draft or as what is signed.
    public Paper mark(Mark newMark) {
        return new Paper(name, title, subtitle, number, newMark, at, head, foot, wide, blocks);
    }

    /// Dated so.
    public Paper at(Instant moment) {
        return new Paper(name, title, subtitle, number, mark, moment, head, foot, wide, blocks);
    }

    /// With this in the head of every page: project name and tender code.
    public Paper header(String text) {
        return new Paper(name, title, subtitle, number, mark, at, text, foot, wide, blocks);
    }

    /// With this in the foot of every page.
    public Paper footer(String text) {
        return new Paper(name, title, subtitle, number, mark, at, head, text, wide, blocks);
    }

    /// With all pages landscape.
    public Paper landscape() {
        return new Paper(name, title, subtitle, number, mark, at, head, foot, true, blocks);
    }

    /// With a grid of facts, two pairs a row; long values take a row by themselves.
    public Paper facts(List<Fact2col> pairs) {
        return with(new Block.Facts(4, pairs));
    }

    /// With a grid of facts, one pair a row.
    public Paper list(List<Fact2col> pairs) {
        return with(new Block.Facts(2, pairs));
    }

    /// With a section heading. Sections are numbered 一、二、三 in order; the title comes without.
    public Paper section(String text) {
        return with(new Block.Heading(1, ordinal(count(1, 0) + 1) + "、" + text));
    }

    /// With a heading inside the section, numbered （一）（二）（三）.
    public Paper subsection(String text) {
        return with(new Block.Heading(2, "（" + ordinal(count(2, lastSection()) + 1) + "）" + text));
    }

    /// With a paragraph.
    public Paper paragraph(String text) {
        return with(new Block.Paragraph(text));
    }

    /// With a numbered list.
    public Paper numbered(List<String> items) {
        return with(new Block.Numbered(items));
    }

    /// With a remark in small type.
    public Paper note(String text) {
        return with(new Block.Note(text));
    }

    /// With a table.
    public Paper table(Table table) {
        return with(new Block.Grid(table));
    }

    /// With a block of signatures.
    public Paper signatures(List<SignatureLine> lines) {
        return with(new Block.Signatures(lines));
    }

    /// With a page's end here.
    public Paper newPage() {
        return with(new Block.PageEnd());
    }

    private Paper with(Block block) {
        var all = new ArrayList<>(blocks);
        all.add(block);
        return new Paper(name, title, subtitle, number, mark, at, head, foot, wide, all);
    }

    private int count(int level, int from) {
        return (int) blocks.stream().skip(from)
                .filter(b -> b instanceof Block.Heading h && h.level() == level).count();
    }

    private int lastSection() {
        for (int i = blocks.size() - 1; i >= 0; i--) {
            if (blocks.get(i) instanceof Block.Heading(int level, var _) && level == 1) {
                return i;
            }
        }
        return 0;
    }

    /// 1 to 99 in Chinese: 一, 十, 十一, 二十三.
    static String ordinal(int n) {
        if (n < 1 || n > 99) {
            throw new IllegalArgumentException("not an ordinal: " + n);
        }
        int tens = n / 10;
        int ones = n % 10;
        var text = new StringBuilder();
        if (tens > 1) {
            text.append(DIGITS.charAt(tens));
        }
        if (tens > 0) {
            text.append('十');
        }
        if (ones > 0) {
            text.append(DIGITS.charAt(ones));
        }
        return text.toString();
    }
}
