package venue.documents;

import java.util.List;

/// What a paper is made of, from top to bottom.
public sealed interface Block {

    /// A grid of labels and values, one pair a row (2 columns) or two (4 columns).
    record Facts(int columns, List<Fact2col> pairs) implements Block {
        public Facts {
            if (columns != 2 && columns != 4) {
                throw new IllegalArgumentException("2 or 4 columns, not " + columns);
            }
            pairs = List.copyOf(pairs);
        }
    }

    /// A heading with its number already in front.
    record Heading(int level, String text) implements Block {}

    /// Running text, first line indented by two characters.
    record Paragraph(String text) implements Block {}

    /// A numbered list.
    record Numbered(List<String> items) implements Block {
        public Numbered {
            items = List.copyOf(items);
        }
    }

    /// A remark in small type (注、备注).
    record Note(String text) implements Block {}

    /// A table.
    record Grid(Table table) implements Block {}

    /// The block of signatures.
    record Signatures(List<SignatureLine> lines) implements Block {
        public Signatures {
            lines = List.copyOf(lines);
        }
    }

    /// What follows begins on a new page.
    record PageEnd() implements Block {}
}
