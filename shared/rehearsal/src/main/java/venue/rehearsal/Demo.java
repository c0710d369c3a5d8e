package venue.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import venue.bidopen.BidOpen;
import venue.evaluation.EvaluationApp;
import venue.rehearsal.prepare.CentreSite;
import venue.rehearsal.prepare.Credentials;
import venue.rehearsal.prepare.Preparation;
import venue.rehearsal.prepare.Story;
import venue.ui.Launch;
import venue.witness.WitnessApp;

/// An application's window, on a given station or over an embedded centre with the demonstration
/// tender.
final class Demo {

    private static final Duration UNTIL_DEADLINE = Duration.ofMinutes(3);

    private Demo() {}

    /// Opens the window of `verb` and stays until it is closed.
    static int open(String verb, List<String> words) {
        var data = Main.option(words, "--data", "");
        if (!data.isEmpty() && !words.contains("--demo")) {
            return show(verb, Launch.of(Path.of(data)));
        }
        var home = Path.of("target", "demo-" + verb).toAbsolutePath();
        try (var site = demonstration(home)) {
            var station = home.resolve("stations").resolve(firstStation(verb));
            System.out.println("示范项目已就绪。 The demonstration is ready: " + home);
            System.out.println("  中心 centre            " + site.uri());
            System.out.println("  本机口令 station PIN   " + Cast.STATION_PIN);
            for (var actor : Story.actors()) {
                System.out.println("  " + actor.name() + "  " + home.resolve("tokens")
                        .resolve(actor.stem() + ".p12") + "  PIN " + actor.pin());
            }
            for (var bidder : Story.bidders()) {
                System.out.println("  " + bidder.name() + "  " + bidder.code() + "  "
                        + home.resolve("tokens").resolve(bidder.stem() + ".p12") + "  PIN "
                        + bidder.pin());
            }
            System.out.println("  开标密钥 opening key  3/5: 中心 centre.p12（PIN "
                    + Credentials.DEVICE_PIN + "）、陈静怡、刘子航、高明远、林晓雯");
            return show(verb, Launch.of(station).asRehearsal());
        }
    }

    private static CentreSite demonstration(Path home) {
        clear(home);
        var deadline = Instant.now().plus(UNTIL_DEADLINE).truncatedTo(ChronoUnit.MINUTES);
        var preparation = Preparation.make(home, deadline, System.out::println);
        var site = new CentreSite(home.resolve("centre"), home.resolve("tokens"),
                home.resolve("trust"), 0, InstantSource.system());
        site.start();
        var stations = preparation.enrol(site.uri(), site.identity().witness(),
                Cast.STATION_PIN.toCharArray());
        site.hire(preparation, stations.values());
        return site;
    }

    private static void clear(Path home) {
        if (!Files.exists(home)) {
            return;
        }
        try (var all = Files.walk(home)) {
            for (var path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstStation(String verb) {
        return switch (verb) {
            case "bidopen" -> "hall-1";
            case "evaluation" -> "seat-1";
            default -> "witness-1";
        };
    }

    private static void window(String verb, Stage stage, Launch launch) {
        switch (verb) {
            case "bidopen" -> BidOpen.open(stage, launch);
            case "evaluation" -> new EvaluationApp().open(stage, launch);
            default -> new WitnessApp().open(stage, launch);
        }
    }

    private static int show(String verb, Launch launch) {
        var closed = new CountDownLatch(1);
        Platform.startup(() -> {
            var stage = new Stage();
            window(verb, stage, launch);
            stage.showingProperty().addListener((_, _, shown) -> {
                if (!shown) {
                    closed.countDown();
                }
            });
        });
        try {
            closed.await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } finally {
            Platform.exit();
        }
    }
}
