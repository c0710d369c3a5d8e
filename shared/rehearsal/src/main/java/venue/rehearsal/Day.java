package venue.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import venue.rehearsal.closing.Archivist;
import venue.rehearsal.closing.Judges;
import venue.rehearsal.evaluation.EvaluationPart;
import venue.rehearsal.opening.OpeningPart;
import venue.rehearsal.prepare.CentreSite;
import venue.rehearsal.prepare.Preparation;
import venue.rehearsal.witness.WitnessPart;

/// One whole day: preparation, opening, evaluation, witnessing, synchronisation, archive,
/// verification.
final class Day {

    private static final ZoneId HALL = ZoneId.of("Asia/Shanghai");
    private static final LocalTime DOORS = LocalTime.of(8, 40);
    private static final LocalTime NINE = LocalTime.of(9, 0);

    private final Path home;
    private final String until;
    private final Checks checks = new Checks();

    /// @param until the last part to play; empty: all
    Day(Path home, String until) {
        this.home = home;
        this.until = until;
    }

    /// Plays it; 0 when nothing failed.
    int run() {
        clear();
        var today = nextMorning();
        var clock = new RehearsalClock(today.atTime(DOORS).atZone(HALL).toInstant());
        var deadline = today.atTime(NINE).atZone(HALL).toInstant();
        var preparation = Preparation.make(home, deadline, Day::tell);
        try (var site = new CentreSite(home.resolve("centre"), home.resolve("tokens"),
                home.resolve("trust"), 0, clock)) {
            site.start();
            var stations = preparation.enrol(site.uri(), site.identity().witness(),
                    Cast.STATION_PIN.toCharArray());
            site.hire(preparation, stations.values());
            var cast = new Cast(home, clock, deadline, checks, site);
            Files.createDirectories(cast.products());
            var hand = new Hand(home.resolve("screens"));
            var played = new Played(cast, hand, preparation, site);
            play(played);
            if (until.isEmpty()) {
                close(played);
            }
            return finish(hand, cast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("no screen", e);
        }
    }

    /// The next morning that is not over: certificates made now are valid then, whenever this runs.
    private static LocalDate nextMorning() {
        var now = LocalDateTime.now(HALL);
        return now.toLocalTime().isBefore(DOORS)
                ? now.toLocalDate()
                : now.toLocalDate().plusDays(1);
    }

    /// What the closing acts need to know of the day.
    record Played(Cast cast, Hand hand, Preparation preparation, CentreSite site) {}

    private void play(Played day) {
        var witness = new WitnessPart(day.cast(), day.hand());
        part("见证开始", witness::begin);
        part("开标", new OpeningPart(day.cast(), day.hand())::play);
        if (!until.equals("opening")) {
            part("见证开标", witness::duringOpening);
            part("评标", new EvaluationPart(day.cast(), day.hand())::play);
            part("见证评标", witness::duringEvaluation);
            part("见证报告", witness::finish);
        }
    }

    /// Windows closed, logs brought to the centre, archive bound, judges let in.
    private void close(Played day) {
        part("同步与归档", () -> {
            day.hand().closeAll();
            for (var device : Preparation.SEATS.keySet()) {
                day.hand().await(device + " is released",
                        () -> StationLock.isFree(day.cast().station(device)));
            }
            var archivist = new Archivist(day.cast(), day.preparation(), day.site());
            var archive = archivist.bind();
            tell("独立验证与篡改演示");
            new Judges(day.cast(), archive, archivist.trustFolder()).judge();
        });
    }

    private void part(String name, Runnable work) {
        tell(name);
        try {
            work.run();
        } catch (RuntimeException e) {
            checks.check(name, "played to its end", false, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private int finish(Hand hand, Cast cast) {
        var products = products(cast.products());
        DayPages.write(home, hand.pictures(), products, checks);
        System.out.println();
        System.out.println("产物 products（" + home + "）：");
        System.out.print(DayPages.table(home, products));
        System.out.println("  index.html");
        System.out.println("day: " + checks.passed() + " checks passed, " + checks.failed()
                + " failed");
        return checks.failed() == 0 ? 0 : 1;
    }

    private static List<Path> products(Path folder) {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void clear() {
        try {
            if (Files.exists(home)) {
                try (var all = Files.walk(home)) {
                    for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tell(String what) {
        System.out.println("· " + what);
    }
}
