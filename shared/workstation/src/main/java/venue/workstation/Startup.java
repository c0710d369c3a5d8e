package venue.workstation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import venue.words.Words;

/// Named steps, one after the other. When one fails, those before it are taken back in reverse
/// order.
public final class Startup {

    private static final Words WORDS = Words.of("venue.workstation", Startup.class);
    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    /// What a step has come to.
    public enum Standing {
        RUNNING, DONE, FAILED, TAKEN_BACK
    }

    /// News of a step.
    ///
    /// @param step its name, for tests
    /// @param part what of the step is being done, for steps of several parts; else empty
    /// @param done units done, of `total`; both 0 if the step has no units
    public record News(String step, Standing standing, String part, long done, long total) {

        News(String step, Standing standing) {
            this(step, standing, "", 0, 0);
        }

        /// The step in words.
        public String say() {
            return WORDS.say("step." + step);
        }

        /// The part and how far it has come, in words; empty for a step without units.
        public String count() {
            if (total <= 0) {
                return "";
            }
            var known = WORDS.knows("part." + part) ? "part." + part : "part";
            return WORDS.say(known, grouped(done), grouped(total));
        }

        private static String grouped(long number) {
            return String.format(Locale.ROOT, "%,d", number);
        }
    }

    /// What a step does while it is told how to report.
    public interface Work {
        /// Does it.
        void run(Reporter reporter);
    }

    /// Takes `done` of `total` of a part.
    public interface Reporter {
        /// So much of a part is done.
        void report(String part, long done, long total);
    }

    private record Step(String name, Work work, Runnable back) {}

    private final List<Step> steps = new ArrayList<>();
    private final Deque<Step> done = new ArrayDeque<>();

    /// No steps yet.
    public Startup() {}

    /// Adds a step and how to take it back.
    public Startup step(String name, Work work, Runnable back) {
        steps.add(new Step(name, work, back));
        return this;
    }

    /// Adds a step with nothing to take back.
    public Startup step(String name, Work work) {
        return step(name, work, () -> {});
    }

    /// The names, in order.
    public List<String> names() {
        return steps.stream().map(Step::name).toList();
    }

    /// Runs all steps. What a step throws is thrown again after the steps before were taken back.
    public void run(Consumer<News> news) {
        for (var step : steps) {
            news.accept(new News(step.name(), Standing.RUNNING));
            try {
                step.work().run((part, some, total) -> news.accept(
                        new News(step.name(), Standing.RUNNING, part, some, total)));
            } catch (RuntimeException e) {
                news.accept(new News(step.name(), Standing.FAILED));
                takeBack(news, e);
                throw e;
            }
            done.push(step);
            news.accept(new News(step.name(), Standing.DONE));
        }
    }

    /// Takes all done steps back, the last one first; used for shutting down, too.
    public void takeBack(Consumer<News> news) {
        var trouble = new IllegalStateException("shutting down");
        takeBack(news, trouble);
        if (trouble.getSuppressed().length > 0) {
            throw trouble;
        }
    }

    private void takeBack(Consumer<News> news, RuntimeException cause) {
        while (!done.isEmpty()) {
            var step = done.pop();
            try {
                step.back().run();
                news.accept(new News(step.name(), Standing.TAKEN_BACK));
            } catch (RuntimeException e) {
                LOG.warn("startup.take-back {}", step.name(), e);
                cause.addSuppressed(e);
            }
        }
    }
}
