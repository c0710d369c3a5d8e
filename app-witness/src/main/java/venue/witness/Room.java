package venue.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;
import venue.crypto.Bytes;
import venue.domain.base.Role;
import venue.domain.witness.Watch;
import venue.domain.witness.WatchStage;
import venue.ui.AppWindow;
import venue.ui.FxThread;
import venue.ui.Notice;
import venue.ui.Screen;
import venue.ui.Snapshots;
import venue.ui.StepItem;
import venue.ui.Workplace;
import venue.witness.WitnessFailure.Code;
import venue.witness.desk.Acts;
import venue.witness.desk.Showing;
import venue.witness.desk.WitnessDesk;
import venue.witness.parts.Tools;
import venue.witness.screen.checklist.ChecklistModel;
import venue.witness.screen.checklist.ChecklistView;
import venue.witness.screen.evidence.EvidenceModel;
import venue.witness.screen.evidence.EvidenceView;
import venue.witness.screen.finish.FinishModel;
import venue.witness.screen.finish.FinishView;
import venue.witness.screen.incident.IncidentModel;
import venue.witness.screen.incident.IncidentView;
import venue.witness.screen.notice.NoticeModel;
import venue.witness.screen.notice.NoticeView;
import venue.witness.screen.overview.OverviewModel;
import venue.witness.screen.overview.OverviewView;
import venue.witness.screen.report.ReportModel;
import venue.witness.screen.report.ReportView;
import venue.words.Language;
import venue.workstation.Shift;

/// The window of the witness who sits at the desk: all screens and the rail.
final class Room {

    private final Workplace place;
    private final WitnessDesk desk;
    private final Map<String, Screen> screens = new LinkedHashMap<>();
    private final List<Showing> models = new ArrayList<>();
    private final List<Runnable> endings = new ArrayList<>();
    private final ChangeListener<Language> languages = (_, _, _) -> rail();
    private String shown = "";

    Room(Workplace place, WitnessDesk desk) {
        this.place = place;
        this.desk = desk;
    }

    /// Puts the witness who signed in at the desk and shows the overview.
    void enter() {
        dress();
        var tender = desk.brief().tender();
        place.model().tenderTitleProperty().set(tender.projectName() + " " + tender.lotName());
        place.model().tenderCodeProperty().set(tender.id().value());
        var witness = witness();
        if (witness == null) {
            place.shell().notice(new Notice(Notice.Kind.WARN, Say.it("enter.nobody"),
                    Say.it("enter.nobody.why"), Say.it("enter.nobody.next")));
            return;
        }
        FxThread.then(FxThread.beside(() -> desk.sitDown(witness)), this::open, error -> {
            throw new IllegalStateException(error);
        });
    }

    private void dress() {
        var sheet = Objects.requireNonNull(Room.class.getResource("/META-INF/look/witness.css"))
                .toExternalForm();
        var sheets = place.window().scene().getStylesheets();
        if (!sheets.contains(sheet)) {
            sheets.add(sheet);
        }
    }

    private @Nullable Shift witness() {
        return place.crew().as(Role.WITNESS).orElse(null);
    }

    private void open(int recovered) {
        var tools = new Tools(place.dialogs(), place.files());
        var checklist = new ChecklistModel(acts());
        add(new OverviewModel(acts(), stage -> enter(checklist, stage)), OverviewView::new);
        add(checklist, model -> new ChecklistView(model, tools));
        add(new IncidentModel(acts()), IncidentView::new);
        add(new NoticeModel(acts()), model -> new NoticeView(model, tools));
        add(new EvidenceModel(acts()),
                model -> new EvidenceView(model, tools, () -> picture(model)));
        add(new ReportModel(acts()), model -> new ReportView(model, tools));
        add(new FinishModel(acts()), model -> new FinishView(model, tools));
        place.shell().onStep(this::turnTo);
        place.model().languageProperty().addListener(languages);
        turnTo("overview");
        if (recovered > 0) {
            place.shell().notice(new Notice(Notice.Kind.WARN, Say.it("recovered", recovered),
                    Say.it("recovered.why"), Say.it("recovered.next")));
        }
        endings.add(desk.watch(FxThread.show(this::show)));
        endings.add(desk.watchAll(() -> FxThread.run(() -> show(desk.watch()))));
    }

    private Acts acts() {
        return new Acts(desk, place.shell()::notice, place.shell()::clearNotice);
    }

    private <M extends Showing> void add(M model, Function<M, Screen> view) {
        models.add(model);
        var screen = view.apply(model);
        screens.put(screen.id(), screen);
    }

    private void enter(ChecklistModel checklist, WatchStage stage) {
        checklist.turnTo(stage);
        turnTo("checklist");
    }

    private void picture(EvidenceModel model) {
        try {
            var file = Files.createTempFile("window", ".png");
            Snapshots.png(place.window().scene(), AppWindow.WIDTH, AppWindow.HEIGHT, file);
            var png = Bytes.of(Files.readAllBytes(file));
            Files.delete(file);
            model.addWindow(png);
        } catch (IOException e) {
            place.shell().notice(Notice.failed(Say.it("failed", Say.it("evidence.window")),
                    new WitnessFailure(Code.FILE_UNREADABLE, e, Say.it("evidence.window"))));
        }
    }

    private void turnTo(String step) {
        var screen = screens.get(step);
        if (screen != null) {
            shown = step;
            place.shell().clearNotice();
            place.shell().show(screen);
            rail();
        }
    }

    private void show(Watch now) {
        models.forEach(model -> model.show(now));
        rail();
    }

    private void rail() {
        var items = screens.keySet().stream()
                .map(id -> new StepItem(id, Say.it("step." + id), state(id, desk.watch())))
                .toList();
        if (!place.model().steps().equals(items)) {
            place.model().steps().setAll(items);
        }
    }

    private StepItem.State state(String id, Watch now) {
        if (id.equals(shown)) {
            return StepItem.State.CURRENT;
        }
        return switch (id) {
            case "finish" -> now.reports().isEmpty() ? StepItem.State.TODO : StepItem.State.DONE;
            case "notice" -> wants(now.incidents().values().stream()
                    .anyMatch(one -> !one.isSuspicion() && one.closed().isEmpty()));
            case "report" -> wants(now.incidents().values().stream()
                    .anyMatch(one -> one.isSuspicion() && one.report().isEmpty()));
            case "evidence" -> wants(now.exhibits().values().stream()
                    .anyMatch(one -> one.isRunning()));
            default -> StepItem.State.TODO;
        };
    }

    private static StepItem.State wants(boolean attention) {
        return attention ? StepItem.State.ALERT : StepItem.State.TODO;
    }

    /// Stops following the watch.
    void leave() {
        endings.forEach(Runnable::run);
        endings.clear();
        place.model().languageProperty().removeListener(languages);
        models.clear();
    }
}
