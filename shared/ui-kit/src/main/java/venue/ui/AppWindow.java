package venue.ui;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import venue.words.Words;

/// One window of an application: dressed scene, frame, first screens, closing with a question while
/// work is in hand, and what is shown when a bug is met. Many can live in one program.
public final class AppWindow {

    /// Width the screens are made for.
    public static final int WIDTH = 1366;
    /// Height the screens are made for.
    public static final int HEIGHT = 768;

    private final Stage stage;
    private final Launch launch;
    private final Shell shell;
    private final Scene scene;
    private final FileChoice files;
    private Runnable closing = () -> {};
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private boolean closed;

    /// A window on `stage`, not shown yet; `words` has `app.name` and `app.seal`.
    public AppWindow(Stage stage, Launch launch, Words words) {
        this.stage = stage;
        this.launch = launch;
        this.shell = new Shell(new ShellModel(), words);
        this.scene = new Scene(shell.root(), WIDTH, HEIGHT);
        this.files = launch.chosenFiles().orElseGet(() -> new WindowFileChoice(stage));
        Theme.dress(scene);
        shell.model().rehearsalProperty().set(launch.rehearsal());
        stage.setTitle(words.say("app.name"));
        stage.setMinWidth(1024);
        stage.setMinHeight(640);
        stage.setScene(scene);
        stage.setOnCloseRequest(this::closeAsked);
        stage.setOnHidden(_ -> closed());
    }

    /// Shows the window with its first screen.
    public AppWindow open(Screen first) {
        BugWatch.watch(this);
        shell.show(first);
        stage.show();
        return this;
    }

    /// The frame.
    public Shell shell() {
        return shell;
    }

    /// The window itself.
    public Stage stage() {
        return stage;
    }

    /// What it shows, for pictures.
    public Scene scene() {
        return scene;
    }

    /// How it was started.
    public Launch launch() {
        return launch;
    }

    /// How files are chosen here.
    public FileChoice files() {
        return files;
    }

    /// What to take back when the window closes or a bug is met; runs once, beside the screen.
    public void whenClosing(Runnable takeBack) {
        closing = takeBack;
    }

    /// Closes the window at once.
    public void close() {
        stage.hide();
    }

    /// When everything behind the window has been taken back, so that its data may be opened anew.
    public CompletionStage<Boolean> ended() {
        return ended;
    }

    /// A bug: nothing more can be done in this window.
    void bug(String code) {
        shell.cover(BugScreen.node(code, this::close));
        takeBack();
    }

    private void closeAsked(WindowEvent event) {
        boolean inHand = shell.isBusy() || shell.model().workInProgressProperty().get();
        if (!inHand || closed) {
            return;
        }
        event.consume();
        FxThread.then(
                shell.dialogs().confirmDanger(Say.it("close.title"), Say.it("close.text"),
                        Say.it("close.verb")),
                sure -> {
                    if (sure) {
                        close();
                    }
                }, error -> {
                    throw new IllegalStateException(error);
                });
    }

    private void closed() {
        BugWatch.forget(this);
        takeBack();
    }

    private void takeBack() {
        if (!closed) {
            closed = true;
            var last = closing;
            FxThread.then(FxThread.beside(() -> {
                last.run();
                return true;
            }), ended::complete, error -> {
                ended.completeExceptionally(error);
                throw new IllegalStateException(error);
            });
        }
    }
}
