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
    private final Runnable noMoreEntries;

    StatusFeed(ShellModel model, OpenStation station, Crew crew) {
        this.model = model;
        this.clock = station.clock();
        var place = station.station();
        model.roomProperty().set(place.room() + " " + place.seat());
        this.ticking = new Timeline(new KeyFrame(Duration.millis(500), _ -> tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
        ticking.play();
        tick();
        noMorePeople = crew.watch(present -> FxThread.run(() -> people(present)));
        var journal = station.journal();
        noMoreEntries = journal.watch(_ -> journal(journal.size(), journal.unsent()));
        FxThread.then(FxThread.beside(() -> new long[]{journal.size(), journal.unsent()}),
                figures -> journal(figures[0], figures[1]), error -> {
                    throw new IllegalStateException(error);
                });
    }

    void end() {
        ticking.stop();
        noMorePeople.run();
        noMoreEntries.run();
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

    private void journal(long size, long unsent) {
        FxThread.run(() -> {
            model.journalHealthProperty().set(Say.it("journal.good", size));
            model.journalToneProperty().set(Tone.OK);
            model.unsentProperty().set(unsent);
        });
    }
}
