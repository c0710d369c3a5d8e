package venue.ui;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import venue.workstation.Crew;
import venue.workstation.HallClock;
import venue.workstation.OpenStation;
import venue.workstation.Shift;

/// Keeps the status bar true: hall time twice a second, people and journal when they change.
final class StatusFeed {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss",
            Locale.ROOT);

    private final ShellModel model;
    private final HallClock clock;
    private final Timeline ticking;
    private final Runnable noMorePeople;
    private final JournalStatus journal;

    StatusFeed(AppWindow window, OpenStation station, Crew crew) {
        this.model = window.shell().model();
        this.clock = station.clock();
        var place = station.station();
        model.roomProperty().set(place.room() + " " + place.seat());
        this.ticking = new Timeline(new KeyFrame(Duration.millis(500), _ -> tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
        ticking.play();
        tick();
        noMorePeople = crew.watch(present -> FxThread.run(() -> people(present)));
        journal = new JournalStatus(window, station);
    }

    void end() {
        ticking.stop();
        noMorePeople.run();
        journal.close();
    }

    private void tick() {
        Instant now = clock.instant();
        model.clockTextProperty().set(TIME.format(LocalDateTime.ofInstant(now,
                WorkstationDoor.HALL)));
        var trust = clock.trust();
        model.clockToneProperty().set(switch (trust) {
            case TRUSTED -> Tone.OK;
            case HOLDOVER -> Tone.WARN;
            case UNTRUSTED -> Tone.BAD;
        });
        var seconds = String.format(Locale.ROOT, "%.1f", clock.uncertainty().toMillis() / 1000.0);
        model.clockTrustProperty().set(Say.it("clock." + trust.name(), seconds));
    }

    private void people(java.util.List<Shift> present) {
        model.whoProperty().set(present.stream().map(Shift::name).collect(Collectors.joining("、")));
        model.roleProperty().set(RoleNames.of(present.stream()
                .flatMap(shift -> shift.roles().stream()).distinct().toList()));
    }
}
