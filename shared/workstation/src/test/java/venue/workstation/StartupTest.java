package venue.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import venue.workstation.Startup.News;

class StartupTest {

    private final List<String> done = new ArrayList<>();
    private final List<News> news = new ArrayList<>();

    @Test
    void takesBackInReverseOrderWhatWasDoneBeforeAFailure() {
        var startup = steps().step("clock", _ -> {
            throw new IllegalStateException("no clock");
        }, () -> done.add("-clock"));
        var failure = assertThrows(IllegalStateException.class, () -> startup.run(news::add));
        assertEquals("no clock", failure.getMessage());
        assertEquals(List.of("+station", "+vault", "-vault", "-station"), done);
    }

    @Test
    void takesBackOnlyOnce() {
        var startup = steps();
        startup.run(news::add);
        startup.takeBack(news::add);
        startup.takeBack(news::add);
        assertEquals(List.of("+station", "+vault", "-vault", "-station"), done);
    }

    @Test
    void takesBackTheOthersEvenIfOneFails() {
        var startup = steps().step("journal", _ -> done.add("+journal"), () -> {
            throw new IllegalStateException("stuck");
        });
        startup.run(news::add);
        var failure = assertThrows(IllegalStateException.class,
                () -> startup.takeBack(news::add));
        assertEquals("stuck", failure.getSuppressed()[0].getMessage());
        assertEquals(List.of("+station", "+vault", "+journal", "-vault", "-station"), done);
    }

    @Test
    void reportsHowFarAStepHasCome() {
        new Startup().step("journal", reporter -> reporter.report("rebuild", 5, 1000))
                .run(news::add);
        assertEquals(List.of(0L, 5L, 0L), news.stream().map(News::done).toList());
        assertEquals(List.of("", "正在重建索引：5 / 1,000", ""),
                news.stream().map(News::count).toList());
        assertEquals("核对日志", news.getFirst().say());
    }

    private Startup steps() {
        return new Startup().step("station", _ -> done.add("+station"), () -> done.add("-station"))
                .step("vault", _ -> done.add("+vault"), () -> done.add("-vault"));
    }
}
