package venue.bidopen;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import venue.bidopen.hall.HallSheet;
import venue.bidopen.hall.HallView;
import venue.bidopen.screen.checkin.CheckInModel;
import venue.bidopen.screen.checkin.CheckInView;
import venue.bidopen.screen.closing.ClosingModel;
import venue.bidopen.screen.closing.ClosingView;
import venue.bidopen.screen.decrypt.DecryptModel;
import venue.bidopen.screen.decrypt.DecryptView;
import venue.bidopen.screen.decrypt.RescueModel;
import venue.bidopen.screen.draw.DrawModel;
import venue.bidopen.screen.draw.DrawView;
import venue.bidopen.screen.handover.HandoverModel;
import venue.bidopen.screen.handover.HandoverView;
import venue.bidopen.screen.objection.ObjectionModel;
import venue.bidopen.screen.objection.ObjectionView;
import venue.bidopen.screen.prepare.PrepareModel;
import venue.bidopen.screen.prepare.PrepareView;
import venue.bidopen.screen.project.ProjectModel;
import venue.bidopen.screen.project.ProjectView;
import venue.bidopen.screen.reading.ReadingModel;
import venue.bidopen.screen.reading.ReadingView;
import venue.bidopen.screen.record.RecordModel;
import venue.bidopen.screen.record.RecordView;
import venue.bidopen.session.BidOpenFailure;
import venue.bidopen.session.HallDoor;
import venue.bidopen.session.HostDesk;
import venue.bidopen.session.Say;
import venue.bidopen.session.TenderSide;
import venue.bidopen.session.Workplace;
import venue.domain.opening.Opening;
import venue.ui.AppWindow;
import venue.ui.FxThread;
import venue.ui.HallFrame;
import venue.ui.HallWindow;
import venue.ui.IncidentDesk;
import venue.ui.JournalStatus;
import venue.ui.Launch;
import venue.ui.Screen;
import venue.ui.StationStart;
import venue.ui.StationStartModel;

/// The application of the opening hall (场内开标): the host's window and the hall's big screen.
public final class BidOpen {

    private final AppWindow window;
    private final HallDoor door;
    private final StationStart start;
    private final Map<Step, Screen> screens = new EnumMap<>(Step.class);
    private @Nullable HostDesk desk;
    private @Nullable TenderSide tenderSide;
    private @Nullable HallWindow hall;
    private @Nullable StatusFollower status;
    private @Nullable JournalStatus journal;
    private Step step = Step.PREPARE;

    private BidOpen(Stage stage, Launch launch) {
        window = new AppWindow(stage, launch, Say.WORDS);
        door = new HallDoor(launch);
        var model = new StationStartModel(door);
        start = new StationStart(model, window.files());
        model.whenOpened(this::opened);
        model.whenReady(this::begin);
        window.whenClosing(this::close);
        IncidentDesk.watch(window, start, Workplace::roster);
        window.open(start);
    }

    /// Opens the host's window on `stage`.
    public static BidOpen open(Stage stage, Launch launch) {
        return new BidOpen(stage, launch);
    }

    /// The host's window.
    public AppWindow window() {
        return window;
    }

    /// The hall's big screen, once the work has begun.
    public Optional<HallWindow> hall() {
        return Optional.ofNullable(hall);
    }

    private Workplace place() {
        return door.place().orElseThrow(BidOpenFailure::noProject);
    }

    /// Without a project nobody's role is known: the package comes first.
    private void opened() {
        if (place().project().isEmpty()) {
            var model = new ProjectModel(place(), window.shell(), () -> window.shell().show(start));
            window.shell()
                    .show(new ProjectView(model, window.files(), place().courier().isPresent()));
        }
    }

    private void begin() {
        var host = new HostDesk(place(), window.shell());
        desk = host;
        build(host);
        status = new StatusFollower(window.shell().model(), host);
        journal = new JournalStatus(window, host.place().station());
        window.shell().onStep(id -> go(Step.called(id)));
        window.shell().model().languageProperty().addListener((_, _, _) -> rail(host.opening()));
        step = Step.of(host.opening().phase());
        rail(host.opening());
        host.openingProperty().addListener((_, before, now) -> follow(before, now));
        openHall(host);
        go(step);
    }

    private void build(HostDesk host) {
        var online = host.place().courier().isPresent();
        var files = window.files();
        var side = new TenderSide(host.place());
        tenderSide = side;
        screens.put(Step.PREPARE, new PrepareView(new PrepareModel(host)));
        screens.put(Step.CHECK_IN, new CheckInView(new CheckInModel(host)));
        screens.put(Step.CLOSING, new ClosingView(new ClosingModel(host)));
        screens.put(Step.DRAW, new DrawView(new DrawModel(host)));
        var decrypt = new DecryptModel(host, side);
        screens.put(Step.DECRYPT, new DecryptView(decrypt, new RescueModel(host, side, decrypt),
                files, online));
        screens.put(Step.READING, new ReadingView(new ReadingModel(host)));
        screens.put(Step.OBJECTION, new ObjectionView(new ObjectionModel(host)));
        screens.put(Step.RECORD, new RecordView(new RecordModel(host), files));
        screens.put(Step.HANDOVER, new HandoverView(new HandoverModel(host), files));
    }

    private void openHall(HostDesk host) {
        var model = window.shell().model();
        var frame = HallFrame.following(model);
        var view = new HallView();
        frame.show(view.node());
        Runnable draw = () -> {
            view.show(HallSheet.of(host.opening(), host.nowProperty().get()));
            frame.fingerprintProperty()
                    .set(host.healthProperty().get().fingerprint());
        };
        host.nowProperty().addListener((_, _, _) -> draw.run());
        host.openingProperty().addListener((_, _, _) -> draw.run());
        host.healthProperty().addListener((_, _, _) -> draw.run());
        draw.run();
        var big = new HallWindow(new Stage(), frame, Say.it("hall.title"));
        hall = big;
        big.show();
        window.stage().toFront();
        window.stage().requestFocus();
    }

    private void go(Step next) {
        step = next;
        var screen = screens.get(next);
        if (screen != null && desk != null) {
            window.shell().show(screen);
            rail(desk.opening());
        }
    }

    /// The window goes on with the meeting unless somebody is looking at another step.
    private void follow(Opening before, Opening now) {
        var was = Step.of(before.phase());
        var next = Step.of(now.phase());
        if (was != next && step == was) {
            go(next);
        } else {
            rail(now);
        }
    }

    private void rail(Opening opening) {
        var items = new ArrayList<>(List.of(Step.values()).stream()
                .map(each -> each.item(opening, step)).toList());
        if (!window.shell().model().steps().equals(items)) {
            window.shell().model().steps().setAll(items);
        }
    }

    private void close() {
        if (status != null) {
            status.close();
        }
        if (journal != null) {
            journal.close();
        }
        if (desk != null) {
            desk.close();
        }
        if (tenderSide != null) {
            tenderSide.close();
        }
        if (hall != null) {
            var big = hall;
            FxThread.run(big::close);
        }
        door.close();
    }
}
