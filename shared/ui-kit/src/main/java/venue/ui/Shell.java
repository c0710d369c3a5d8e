package venue.ui;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import venue.words.Words;

/// The frame of every application: title bar, steps on the left, notice, screen, status bar, and
/// over them questions and long work. Keys: F6 goes from region to region, Ctrl+1…9 to a step,
/// Escape closes what lies on top. Used on the screen's thread.
public final class Shell {

    private final ShellModel model;
    private final Words words;
    private final BorderPane frame = new BorderPane();
    private final StackPane root = new StackPane(frame);
    private final VBox notices = new VBox();
    private final ContentHolder holder = new ContentHolder();
    private final ScrollPane content = new ScrollPane(holder);
    private final Overlay overlay = new Overlay(root);
    private final Dialogs dialogs = new Dialogs(overlay);
    private final StepRail rail;
    private @Nullable Screen current;
    private @Nullable Consumer<String> onStep;
    private Runnable onJournal = () -> {};
    private int busyNow;

    /// A frame for `model`; `words` is the application's book and has `app.name`, `app.seal`.
    public Shell(ShellModel model, Words words) {
        this.model = model;
        this.words = words;
        this.rail = new StepRail(model, this::step);
        content.setFitToWidth(true);
        content.setFitToHeight(true);
        content.setFocusTraversable(false);
        content.getStyleClass().add("content-scroll");
        content.setId("content");
        IntoView.follow(content);
        notices.getStyleClass().add("notices");
        notices.setId("notices");
        root.getStyleClass().add("shell");
        var middle = new VBox(notices, Cards.grow(content));
        frame.setCenter(middle);
        drawChrome();
        model.steps().addListener((ListChangeListener<StepItem>) _ -> showRail());
        showRail();
        Theme.large(root, model.largeTextProperty().get());
        model.largeTextProperty().addListener((_, _, large) -> {
            Theme.large(root, large);
            drawChrome();
        });
        model.languageProperty().addListener((_, _, language) -> {
            Words.speak(language);
            drawChrome();
            reload();
        });
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
        root.addEventHandler(KeyEvent.KEY_PRESSED, Shell::enterPresses);
    }

    /// The nodes, to be put into a scene dressed by [Theme].
    public Parent root() {
        return root;
    }

    /// What the frame shows.
    public ShellModel model() {
        return model;
    }

    /// Questions over this window.
    public Dialogs dialogs() {
        return dialogs;
    }

    /// Brings a screen up in place of the present one.
    public void show(Screen screen) {
        var before = current;
        if (before != null) {
            before.hidden();
        }
        current = screen;
        holder.hold(screen.node());
        content.setVvalue(0);
        screen.shown();
        begin(content);
    }

    /// The screen that is up.
    public Optional<Screen> screen() {
        return Optional.ofNullable(current);
    }

    /// Builds the present screen anew, e.g. in another language.
    public void reload() {
        if (current != null) {
            holder.hold(current.node());
        }
    }

    /// What to do when the person chooses a step in the rail.
    public void onStep(Consumer<String> chosen) {
        onStep = chosen;
    }

    /// What to do when the person asks how the journal stands, in the status bar.
    public void onJournal(Runnable asked) {
        onJournal = asked;
    }

    /// Shows `card` over the window; Escape runs `escape`.
    void over(Region card, Runnable escape) {
        overlay.open(card, escape);
    }

    /// Takes the topmost card away.
    void uncover() {
        overlay.close();
    }

    /// Shows a message above the screen, in place of the one before.
    public void notice(Notice notice) {
        notices.getChildren().setAll(new NoticeBar(notice, this::clearNotice).node());
    }

    /// Takes the message away.
    public void clearNotice() {
        notices.getChildren().clear();
    }

    /// Shows long work over the window until the returned handle is closed.
    public Busy busy(String what) {
        return busy(what, null);
    }

    /// Shows long work that can be stopped.
    public Busy busy(String what, @Nullable Runnable cancel) {
        var busy = new Busy(what, cancel, () -> {
            overlay.close();
            busyNow--;
        });
        busyNow++;
        overlay.open(BusyCard.node(busy), () -> {
            if (busy.canCancel()) {
                busy.stop();
            }
        });
        return busy;
    }

    /// Shows `work` as long work until it has ended.
    public <T> CompletionStage<T> during(String what, CompletionStage<T> work) {
        var busy = busy(what);
        return work.whenComplete((_, _) -> busy.close());
    }

    /// Whether long work is shown.
    public boolean isBusy() {
        return busyNow > 0;
    }

    /// Puts `node` over everything, for good (a bug has been met).
    void cover(Node node) {
        root.getChildren().add(node);
        node.requestFocus();
    }

    private void drawChrome() {
        frame.setTop(new TitleBar(model, words).node());
        frame.setBottom(new StatusBar(model, this::journal).node());
    }

    private void showRail() {
        rail.draw();
        frame.setLeft(model.steps().isEmpty() ? null : rail.node());
    }

    private void journal() {
        if (!overlay.isOpen()) {
            onJournal.run();
        }
    }

    private void step(String id) {
        if (onStep != null && !overlay.isOpen()) {
            onStep.accept(id);
        }
    }

    private void shortcut(KeyEvent event) {
        if (overlay.isOpen()) {
            return;
        }
        if (event.getCode() == KeyCode.F6) {
            event.consume();
            nextRegion(event.isShiftDown());
        } else if (event.isControlDown() && event.getCode().isDigitKey()) {
            int index = event.getCode().getName().charAt(0) - '1';
            if (index >= 0 && index < model.steps().size()) {
                event.consume();
                step(model.steps().get(index).id());
            }
        }
    }

    private void nextRegion(boolean back) {
        var regions = java.util.stream.Stream
                .of(frame.getTop(), frame.getLeft(), notices, content, frame.getBottom())
                .filter(region -> region != null && FocusOrder.first(region).isPresent()).toList();
        var owner = root.getScene().getFocusOwner();
        int at = 0;
        for (int i = 0; i < regions.size(); i++) {
            if (FocusOrder.holds(regions.get(i), owner)) {
                at = i;
            }
        }
        int next = Math.floorMod(at + (back ? -1 : 1), regions.size());
        FocusOrder.first(regions.get(next)).ifPresent(Node::requestFocus);
    }

    /// The keyboard begins at the first control of a page.
    private void begin(ScrollPane page) {
        if (page.getScene() != null) {
            page.applyCss();
            FocusOrder.first(holder).ifPresent(Node::requestFocus);
        }
    }

    /// The Enter key presses the button it stands on, as clerks expect.
    private static void enterPresses(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof ButtonBase button) {
            event.consume();
            button.fire();
        }
    }
}
