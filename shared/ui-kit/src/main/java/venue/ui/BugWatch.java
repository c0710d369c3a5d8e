package venue.ui;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sees every exception that nobody caught, logs it whole and stops the window it happened in; when
/// that cannot be known, every window. Nothing is swallowed.
final class BugWatch {

    private static final Logger LOG = LoggerFactory.getLogger(BugWatch.class);
    private static final List<AppWindow> WINDOWS = new CopyOnWriteArrayList<>();
    private static final AtomicBoolean INSTALLED = new AtomicBoolean();

    private BugWatch() {}

    static void watch(AppWindow window) {
        WINDOWS.add(window);
        if (INSTALLED.compareAndSet(false, true)) {
            var before = Thread.getDefaultUncaughtExceptionHandler();
            Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {
                met(error);
                if (before != null) {
                    before.uncaughtException(thread, error);
                }
            });
        }
    }

    static void forget(AppWindow window) {
        WINDOWS.remove(window);
    }

    /// The same number for the same bug, so that the help desk can look it up.
    static String code(Throwable error) {
        int mark = error.getClass().getName().hashCode();
        for (var cause = error; cause != null; cause = cause.getCause()) {
            var frames = cause.getStackTrace();
            if (frames.length > 0) {
                mark = 31 * mark + frames[0].getClassName().hashCode();
                mark = 31 * mark + frames[0].getMethodName().hashCode();
            }
        }
        return "BUG-" + String.format(Locale.ROOT, "%08X", mark);
    }

    private static void met(Throwable error) {
        var code = code(error);
        LOG.error("{} not caught anywhere", code, error);
        FxThread.run(() -> {
            var inFront = WINDOWS.stream().filter(window -> window.stage().isFocused()).toList();
            (inFront.isEmpty() ? List.copyOf(WINDOWS) : inFront)
                    .forEach(window -> window.bug(code));
        });
    }
}
