package venue.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;
import venue.domain.base.Role;
import venue.domain.evaluation.Evaluation;
import venue.domain.evaluation.EvaluationCommand;
import venue.domain.evaluation.EvaluationEvent.ExpertRecused;
import venue.domain.evaluation.EvaluationRefusal;
import venue.evaluation.parts.Tools;
import venue.evaluation.screen.bids.BidsModel;
import venue.evaluation.screen.bids.BidsView;
import venue.evaluation.screen.clarification.ClarificationModel;
import venue.evaluation.screen.clarification.ClarificationView;
import venue.evaluation.screen.dissent.DissentModel;
import venue.evaluation.screen.dissent.DissentView;
import venue.evaluation.screen.election.ElectionModel;
import venue.evaluation.screen.election.ElectionView;
import venue.evaluation.screen.price.PriceModel;
import venue.evaluation.screen.price.PriceView;
import venue.evaluation.screen.ranking.RankingModel;
import venue.evaluation.screen.ranking.RankingView;
import venue.evaluation.screen.replacement.ReplacementModel;
import venue.evaluation.screen.replacement.ReplacementView;
import venue.evaluation.screen.report.ReportModel;
import venue.evaluation.screen.report.ReportView;
import venue.evaluation.screen.reveal.RevealModel;
import venue.evaluation.screen.reveal.RevealView;
import venue.evaluation.screen.review.ReviewModel;
import venue.evaluation.screen.review.ReviewView;
import venue.evaluation.screen.scoring.ScoringModel;
import venue.evaluation.screen.scoring.ScoringView;
import venue.evaluation.screen.signin.SignInModel;
import venue.evaluation.screen.signin.SignInView;
import venue.evaluation.seat.Acts;
import venue.evaluation.seat.Seat;
import venue.evaluation.seat.Showing;
import venue.ui.FxThread;
import venue.ui.Notice;
import venue.ui.Screen;
import venue.ui.StationStart;
import venue.ui.StepItem;
import venue.ui.Workplace;
import venue.words.Language;
import venue.workstation.Shift;

/// The window of the member who sits at the seat: all screens, the rail of steps, and the way back
/// to the first screen when the member withdraws.
final class Room {

    private final Workplace place;
    private final Seat seat;
    private final Runnable hurry;
    private final Map<String, Screen> screens = new LinkedHashMap<>();
    private final List<Showing> models = new ArrayList<>();
    private final ChangeListener<Language> languages = (_, _, _) -> rail();
    private String shown = "";
    private @Nullable Screen start;
    private @Nullable Runnable unwatch;

    /// @param hurry asks for a round with the centre at once
    Room(Workplace place, Seat seat, Runnable hurry) {
        this.place = place;
        this.seat = seat;
        this.hurry = hurry;
    }

    /// Puts the member who signed in last at the seat and shows the screen that is due.
    void enter() {
        start = place.shell().screen().orElse(null);
        dress();
        var tender = seat.brief().tender();
        place.model().tenderTitleProperty().set(tender.projectName() + " " + tender.lotName());
        place.model().tenderCodeProperty().set(tender.id().value());
        var member = member();
        if (member == null) {
            place.shell().notice(new Notice(Notice.Kind.WARN, Say.it("enter.nobody"),
                    Say.it("enter.nobody.why"), Say.it("enter.nobody.next")));
            return;
        }
        seat.sitDown(member);
        var why = seat.why(new EvaluationCommand.SignIn());
        if (why.isEmpty()) {
            acts().give("", new EvaluationCommand.SignIn(), this::open);
        } else if (why.get() == EvaluationRefusal.ALREADY_SIGNED_IN
                || why.get() == EvaluationRefusal.LOCKED_OUT
                || why.get() == EvaluationRefusal.CLOSED) {
            open();
        } else {
            place.shell().notice(
                    Notice.refused(Say.it("refused", Say.it("sign-in.verb")), why.get(),
                            Say.WORDS));
        }
    }

    private void dress() {
        var sheet = Objects.requireNonNull(Room.class.getResource("/META-INF/look/evaluation.css"))
                .toExternalForm();
        var sheets = place.window().scene().getStylesheets();
        if (!sheets.contains(sheet)) {
            sheets.add(sheet);
        }
    }

    private @Nullable Shift member() {
        Shift last = null;
        for (var shift : place.crew().present()) {
            if (shift.roles().contains(Role.EXPERT)
                    || shift.roles().contains(Role.TENDERER_MEMBER)) {
                last = shift;
            }
        }
        return last;
    }

    private Acts acts() {
        return new Acts(seat, place.shell()::notice, place.shell()::clearNotice);
    }

    private void open() {
        var tools = new Tools(place.dialogs(), place.files());
        add(SignInModel::new, model -> new SignInView(model, tools));
        add(ElectionModel::new, ElectionView::new);
        add(BidsModel::new, BidsView::new);
        add(ReviewModel::new, model -> new ReviewView(model, tools));
        add(ClarificationModel::new, model -> new ClarificationView(model, tools));
        add(ScoringModel::new, model -> new ScoringView(model, tools));
        add(RevealModel::new, model -> new RevealView(model, tools));
        add(PriceModel::new, PriceView::new);
        add(RankingModel::new, RankingView::new);
        add(DissentModel::new, model -> new DissentView(model, tools));
        add(ReportModel::new, model -> new ReportView(model, tools));
        place.shell().onStep(this::turnTo);
        place.model().languageProperty().addListener(languages);
        seat.whenHandedOver(() -> FxThread.run(() -> show(seat.evaluation())));
        turnTo(Steps.due(seat.evaluation()));
        unwatch = seat.watch(FxThread.show(this::show));
    }

    private <M extends Showing> void add(Function<Acts, M> model, Function<M, Screen> view) {
        var made = model.apply(acts());
        models.add(made);
        var screen = view.apply(made);
        screens.put(screen.id(), screen);
    }

    private void turnTo(String step) {
        if (isLocked()) {
            lock();
            return;
        }
        var screen = screens.get(step);
        if (screen != null) {
            shown = step;
            hurry.run();
            place.shell().clearNotice();
            place.shell().show(screen);
            rail();
        }
    }

    private void show(Evaluation now) {
        if (isLocked() && !shown.equals("replacement")) {
            lock();
        }
        models.forEach(model -> model.show(now));
        rail();
    }

    private boolean isLocked() {
        return seat.evaluation().member(seat.me())
                .filter(member -> member.has(ExpertRecused.class)).isPresent();
    }

    private void lock() {
        if (shown.equals("replacement")) {
            return;
        }
        shown = "replacement";
        var model = new ReplacementModel(acts(), seat.me());
        model.whenReplaced(this::handOver);
        models.add(model);
        place.shell().show(new ReplacementView(model,
                new Tools(place.dialogs(), place.files())));
        rail();
    }

    /// The member has been replaced: the desk waits for the substitute.
    private void handOver() {
        place.crew().leave(seat.me());
        leave();
        place.model().steps().clear();
        var first = start;
        if (first instanceof StationStart begin) {
            begin.model().people().clear();
            place.shell().show(begin);
            place.shell().notice(Notice.info(Say.it("replacement.done")));
        }
    }

    private void rail() {
        if (shown.equals("replacement")) {
            place.model().steps().setAll(new StepItem("replacement", Say.it("replacement.title"),
                    StepItem.State.ALERT));
            return;
        }
        var now = seat.evaluation();
        var items = screens.keySet().stream()
                .map(id -> new StepItem(id, Say.it("step." + id),
                        id.equals(shown)
                                ? StepItem.State.CURRENT
                                : Steps.state(id, now, seat.me())))
                .toList();
        if (!place.model().steps().equals(items)) {
            place.model().steps().setAll(items);
        }
    }

    /// Stops following the evaluation.
    void leave() {
        var watching = unwatch;
        if (watching != null) {
            watching.run();
            unwatch = null;
        }
        place.model().languageProperty().removeListener(languages);
        models.clear();
    }
}
