package venue.ui;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Long work as the person sees it: what, how far, and whether it can be stopped. Its methods may
/// be called from any thread.
public final class Busy implements AutoCloseable {

    private final DoubleProperty fraction = new SimpleDoubleProperty(-1);
    private final StringProperty detail = new SimpleStringProperty("");
    private final String what;
    private final @Nullable Runnable cancel;
    private final Runnable ended;
    private volatile boolean cancelled;

    Busy(String what, @Nullable Runnable cancel, Runnable ended) {
        this.what = what;
        this.cancel = cancel;
        this.ended = ended;
    }

    /// How far: 0 to 1.
    public void progress(double done) {
        FxThread.run(() -> fraction.set(Math.clamp(done, 0, 1)));
    }

    /// What is being done right now.
    public void say(String step) {
        FxThread.run(() -> detail.set(step));
    }

    /// Whether the person asked to stop.
    public boolean cancelled() {
        return cancelled;
    }

    /// The work has ended, well or not.
    @Override
    public void close() {
        FxThread.run(ended);
    }

    String what() {
        return what;
    }

    boolean canCancel() {
        return cancel != null;
    }

    void stop() {
        cancelled = true;
        if (cancel != null) {
            cancel.run();
        }
    }

    ReadOnlyDoubleProperty fractionProperty() {
        return fraction;
    }

    ReadOnlyStringProperty detailProperty() {
        return detail;
    }
}
