package venue.bidopen;

import java.util.stream.Collectors;

import javafx.beans.value.ChangeListener;

import org.jspecify.annotations.Nullable;

import venue.bidopen.session.HostDesk;
import venue.bidopen.session.Say;
import venue.ui.FxThread;
import venue.ui.RoleNames;
import venue.ui.ShellModel;
import venue.ui.Tone;
import venue.workstation.Shift;

/// Keeps the frame around the screens up to date: who, where, what time, what line.
final class StatusFollower implements AutoCloseable {

    private final ShellModel model;
    private final HostDesk desk;
    private final ChangeListener<@Nullable Object> tick = (_, _, _) -> show();

    StatusFollower(ShellModel model, HostDesk desk) {
        this.model = model;
        this.desk = desk;
        var tender = desk.project().brief().tender();
        model.tenderTitleProperty().set(tender.projectName() + tender.lotName());
        model.tenderCodeProperty().set(tender.id().value());
        desk.nowProperty().addListener(tick);
        show();
    }

    private void show() {
        var place = desk.place();
        var present = place.crew().present();
        model.whoProperty()
                .set(present.stream().map(Shift::name).collect(Collectors.joining("、")));
        model.roleProperty().set(present.stream().map(shift -> RoleNames.of(shift.roles()))
                .collect(Collectors.joining("、")));
        var station = place.station().station();
        model.roomProperty().set(station.room() + " " + station.seat());
        clock();
        model.onlineProperty()
                .set(place.courier().filter(line -> line.status().online()).isPresent());
    }

    private void clock() {
        var clock = desk.place().station().clock();
        model.clockTextProperty().set(Say.time(desk.nowProperty().get()));
        model.clockTrustProperty().set(Say.it("status.clock." + clock.trust()));
        model.clockToneProperty().set(switch (clock.trust()) {
            case TRUSTED -> Tone.OK;
            case HOLDOVER -> Tone.WARN;
            case UNTRUSTED -> Tone.BAD;
        });
    }

    @Override
    public void close() {
        FxThread.run(() -> {
            desk.nowProperty().removeListener(tick);
        });
    }
}
