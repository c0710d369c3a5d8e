package venue.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import venue.journal.Backup;
import venue.words.Failure;

/// The card behind the journal's place in the status bar: how the journal and its disk stand and
/// what to do about it. Node ids: `#journal-card`, `#journal-advice`, `#journal-disk`,
/// `#journal-backup`, `#journal-copy`, `#journal-close`.
final class JournalCard {

    private JournalCard() {}

    /// Shows the card over `shell`; `backup` begins a backup.
    static void show(Shell shell, JournalHealth health, Runnable backup) {
        var form = new Form().fact(Say.it("journal.card.size"), Say.it("journal.card.entries",
                health.size()))
                .fact(Say.it("journal.card.unsent"), Say.it(health.unsent() == 0
                        ? "journal.card.sent"
                        : "journal.card.waiting", health.unsent()))
                .fact(Say.it("journal.card.state"), state(health));
        health.disk().ifPresent(disk -> {
            var words = Cards.text(disk.say());
            words.setId("journal-disk");
            form.row(Say.it("journal.card.disk"), words);
        });
        var advice = Cards.text(advice(health));
        advice.setId("journal-advice");
        var card = new VBox(Cards.subheading(Say.it("journal.card.title")), form.node(), advice,
                verbs(shell, health, backup));
        card.setId("journal-card");
        card.getStyleClass().add("dialog");
        card.setAccessibleText(Say.it("journal.card.title") + " " + state(health) + " "
                + advice(health));
        shell.over(card, shell::uncover);
    }

    private static Node verbs(Shell shell, JournalHealth health, Runnable backup) {
        var verbs = new ArrayList<Node>();
        if (!health.stopped()) {
            verbs.add(Buttons.plain("journal-backup", Say.it("backup.verb"), () -> {
                shell.uncover();
                backup.run();
            }));
        }
        if (!troubles(health).isEmpty()) {
            verbs.add(Buttons.plain("journal-copy", Say.it("journal.card.copy"),
                    () -> copy(said(health))));
        }
        verbs.add(Buttons.primary("journal-close", Say.it("journal.card.close"),
                shell::uncover));
        var row = Cards.wrap(verbs.toArray(Node[]::new));
        row.getStyleClass().add("dialog-verbs");
        return row;
    }

    private static List<Failure> troubles(JournalHealth health) {
        var all = new ArrayList<Failure>();
        health.trouble().ifPresent(all::add);
        health.uncertified().ifPresent(all::add);
        return all;
    }

    private static String said(JournalHealth health) {
        return String.join("\n", troubles(health).stream().map(Failure::getMessage).toList());
    }

    private static String state(JournalHealth health) {
        if (health.trouble().isPresent()) {
            return health.trouble().get().what() + "（" + health.trouble().get().code() + "）";
        }
        return health.uncertified().map(why -> Say.it("journal.card.uncertified", why.what(),
                why.code())).orElseGet(() -> Say.it("journal.card.good"));
    }

    private static String advice(JournalHealth health) {
        if (health.trouble().isPresent()) {
            return Say.it("notice.next", health.trouble().get().remedy());
        }
        return Say.it(health.uncertified().isPresent()
                ? "journal.card.uncertified.next"
                : "journal.card.next");
    }

    /// The sentence after a backup.
    static String made(Backup.Made made) {
        return Say.it("backup.made", made.dir(), made.size(), brief(made.root().hex()),
                made.blobs());
    }

    /// The beginning of a root, in groups of four, as it is read aloud.
    static String brief(String hex) {
        return hex.substring(0, Math.min(16, hex.length())).replaceAll("(.{4})(?=.)", "$1 ");
    }

    static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
