package venue.ui;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The frame of the hall's big screen (大屏), 1920×1080, for everybody in the room: lot, hall time,
/// fingerprint of the journal, and one content. Shows nothing private.
public final class HallFrame {

    /// Width it is made for.
    public static final int WIDTH = 1920;
    /// Height it is made for.
    public static final int HEIGHT = 1080;

    private final StringProperty tenderTitle = new SimpleStringProperty("");
    private final StringProperty tenderCode = new SimpleStringProperty("");
    private final StringProperty clockText = new SimpleStringProperty("");
    private final StringProperty clockTrust = new SimpleStringProperty("");
    private final StringProperty fingerprint = new SimpleStringProperty("");
    private final BooleanProperty rehearsal = new SimpleBooleanProperty();
    private final BorderPane root = new BorderPane();
    private final StackPane content = new StackPane();

    /// An empty frame.
    public HallFrame() {
        root.getStyleClass().add("hall");
        root.setId("hall");
        root.setPrefSize(WIDTH, HEIGHT);
        content.getStyleClass().add("hall-content");
        root.setCenter(content);
        redraw();
    }

    /// A frame that follows the title, clock and rehearsal mark of a desk's window.
    public static HallFrame following(ShellModel model) {
        var frame = new HallFrame();
        frame.tenderTitle.bind(model.tenderTitleProperty());
        frame.tenderCode.bind(model.tenderCodeProperty());
        frame.clockText.bind(model.clockTextProperty());
        frame.clockTrust.bind(model.clockTrustProperty());
        frame.rehearsal.bind(model.rehearsalProperty());
        model.languageProperty().addListener((_, _, _) -> frame.redraw());
        return frame;
    }

    /// Shows `node` between head and foot.
    public void show(Node node) {
        content.getChildren().setAll(node);
    }

    /// The nodes.
    public Parent root() {
        return root;
    }

    /// Name of the lot.
    public StringProperty tenderTitleProperty() {
        return tenderTitle;
    }

    /// Code of the lot.
    public StringProperty tenderCodeProperty() {
        return tenderCode;
    }

    /// Hall time as shown.
    public StringProperty clockTextProperty() {
        return clockText;
    }

    /// Trust in hall time, in words.
    public StringProperty clockTrustProperty() {
        return clockTrust;
    }

    /// Fingerprint of the journal's latest checkpoint.
    public StringProperty fingerprintProperty() {
        return fingerprint;
    }

    /// 演练.
    public BooleanProperty rehearsalProperty() {
        return rehearsal;
    }

    private void redraw() {
        var title = bound("hall-title", tenderTitle);
        title.setWrapText(true);
        var names = new VBox(title, bound("hall-code", tenderCode));
        names.setMinWidth(0);
        var clock = bound("hall-clock", clockText);
        clock.setMinWidth(Label.USE_PREF_SIZE);
        var head = new HBox(Cards.grow(names), clock);
        head.getStyleClass().add("hall-head");
        var band = new StackPane(styled(Say.it("shell.rehearsal"), "rehearsal-text"));
        band.getStyleClass().add("rehearsal");
        band.visibleProperty().bind(rehearsal);
        band.managedProperty().bind(rehearsal);
        root.setTop(new VBox(head, band));
        var foot = new HBox(styled(Say.it("hall.fingerprint"), "hall-small"),
                bound("hall-small", fingerprint), Cards.gap(),
                styled(Say.it("hall.clock"), "hall-small"), bound("hall-small", clockTrust));
        foot.getStyleClass().add("hall-foot");
        root.setBottom(foot);
    }

    private static Label bound(String style, StringProperty text) {
        var label = styled("", style);
        label.setId(style);
        label.textProperty().bind(text);
        return label;
    }

    private static Label styled(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
