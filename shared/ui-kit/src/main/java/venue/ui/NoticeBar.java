package venue.ui;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Draws a [Notice]; the person can put it away.
final class NoticeBar {

    private final Notice notice;
    private final Runnable dismiss;

    NoticeBar(Notice notice, Runnable dismiss) {
        this.notice = notice;
        this.dismiss = dismiss;
    }

    HBox node() {
        var title = Cards.text(notice.title());
        title.setId("notice-title");
        title.getStyleClass().add("notice-title");
        var lines = new VBox(title);
        lines.getStyleClass().add("notice-lines");
        if (!notice.reason().isEmpty()) {
            var reason = Cards.text(notice.reason());
            reason.setId("notice-reason");
            lines.getChildren().add(reason);
        }
        if (!notice.next().isEmpty()) {
            var next = Cards.text(Say.it("notice.next", notice.next()));
            next.setId("notice-next");
            next.getStyleClass().add("notice-next");
            lines.getChildren().add(next);
        }
        var away = Buttons.quiet("notice-dismiss", Say.it("notice.dismiss"), dismiss);
        var bar = new HBox(Cards.grow(lines), away);
        bar.setId("notice");
        bar.getStyleClass().addAll("notice", notice.kind().name().toLowerCase(Locale.ROOT));
        bar.setAccessibleRole(AccessibleRole.TEXT);
        bar.setAccessibleText(notice.title() + " " + notice.reason() + " " + notice.next());
        return bar;
    }
}
