package venue.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;

/// The one door between other threads and the screen's thread.
public final class FxThread {

    private static final Executor BESIDE = Executors.newVirtualThreadPerTaskExecutor();

    private FxThread() {}

    /// Runs `work` on the screen's thread: at once when already there, else soon.
    public static void run(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }

    /// Runs `work` on the screen's thread after what it is doing now, e.g. when the scene may not
    /// be changed in the middle of being styled.
    static void later(Runnable work) {
        Platform.runLater(work);
    }

    /// An executor whose tasks run on the screen's thread.
    public static Executor executor() {
        return FxThread::run;
    }

    /// Hands the outcome of `stage` to the screen's thread: its value to `done`, its failure
    /// (unwrapped) to `failed`. Always after what the work told on its way, even if it was done
    /// before anybody asked.
    public static <T> void then(CompletionStage<T> stage, Consumer<T> done,
            Consumer<Throwable> failed) {
        stage.whenComplete((value, error) -> later(() -> {
            if (error == null) {
                done.accept(value);
            } else {
                failed.accept(unwrapped(error));
            }
        }));
    }

    /// A consumer that passes what it gets to `model` on the screen's thread, for watchers.
    public static <T> Consumer<T> show(Consumer<T> model) {
        return value -> run(() -> model.accept(value));
    }

    /// Does `work` beside the screen (disk, token, network) and promises its value.
    public static <T> CompletionStage<T> beside(Callable<T> work) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return work.call();
            } catch (RuntimeException trouble) {
                throw trouble;
            } catch (Exception trouble) {
                throw new CompletionException(trouble);
            }
        }, BESIDE);
    }

    private static Throwable unwrapped(Throwable error) {
        var cause = error.getCause();
        return error instanceof CompletionException && cause != null ? unwrapped(cause) : error;
    }
}
