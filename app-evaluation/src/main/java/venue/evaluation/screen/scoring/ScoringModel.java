package venue.evaluation.screen.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;
import venue.domain.base.BidderId;
import venue.domain.base.Points;
import venue.domain.evaluation.Evaluation;
import venue.domain.evaluation.EvaluationCommand;
import venue.domain.evaluation.EvaluationRefusal;
import venue.domain.evaluation.ranking.Score;
import venue.domain.evaluation.ranking.ScoreItem;
import venue.evaluation.Say;
import venue.evaluation.parts.Times;
import venue.evaluation.seat.Acts;
import venue.evaluation.seat.Showing;

/// 打分: each cell is checked while it is typed and saved on this desk when the hand rests;
/// committing makes the ballot final without showing it to anybody.
public final class ScoringModel implements Showing {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,2})?");
    private static final String ANY_NONCE = "0".repeat(64);

    private final Acts acts;
    private final ReadOnlyObjectWrapper<ScoringSheet> sheet;
    private final Map<String, StringProperty> cells = new LinkedHashMap<>();
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("");
    private final BooleanProperty changed = new SimpleBooleanProperty();
    private final PauseTransition rest = new PauseTransition(Duration.millis(700));
    private final ObservableValue<Optional<EvaluationRefusal>> whyNotCommit;
    private List<Score> last = List.of();

    /// A model that acts through `acts`.
    public ScoringModel(Acts acts) {
        this.acts = acts;
        this.sheet = new ReadOnlyObjectWrapper<>(
                ScoringSheet.of(acts.seat().evaluation(), acts.seat().me()));
        this.last = sheet.get().own();
        this.whyNotCommit = acts.whyOf(this::whyNot);
        rest.setOnFinished(_ -> save());
    }

    private Optional<EvaluationRefusal> whyNot() {
        var refused = acts.seat().why(new EvaluationCommand.CommitBallot(given(), ANY_NONCE, "—"));
        return refused.map(why -> why == EvaluationRefusal.BALLOT_INCOMPLETE && isWrong()
                ? EvaluationRefusal.POINTS_NOT_ALLOWED
                : why);
    }

    @Override
    public void show(Evaluation now) {
        sheet.set(ScoringSheet.of(now, acts.seat().me()));
        acts.refresh();
    }

    /// The text of one cell.
    public StringProperty cell(BidderId bidder, ScoreItem item) {
        return cells.computeIfAbsent(bidder + " " + item.id(), _ -> {
            var text = new SimpleStringProperty(last.stream()
                    .filter(score -> score.bidder().equals(bidder)
                            && score.item().equals(item.id()))
                    .map(score -> plain(score.points())).findFirst().orElse(""));
            text.addListener((_, _, _) -> typed());
            return text;
        });
    }

    private static String plain(Points points) {
        var stripped = points.value().stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    private void typed() {
        changed.set(!changed.get());
        saved.set("");
        acts.refresh();
        rest.playFromStart();
    }

    /// The points in a cell; empty when it holds none that the item allows.
    public Optional<Points> points(BidderId bidder, ScoreItem item) {
        var text = cell(bidder, item).get().strip();
        return SHAPE.matcher(text).matches()
                ? Optional.of(new Points(new BigDecimal(text))).filter(item::allows)
                : Optional.empty();
    }

    /// Whether a cell holds something that is not allowed.
    public boolean isWrong(BidderId bidder, ScoreItem item) {
        return !cell(bidder, item).get().isBlank() && points(bidder, item).isEmpty();
    }

    private boolean isWrong() {
        return sheet.get().bids().stream().anyMatch(bid -> sheet.get().items().stream()
                .anyMatch(item -> isWrong(bid.bidder(), item)));
    }

    /// The sum of a part of one bid as typed so far.
    public Points sum(BidderId bidder, Optional<ScoreItem.Part> part) {
        return sheet.get().items().stream()
                .filter(item -> part.map(p -> p == item.part()).orElse(true))
                .flatMap(item -> points(bidder, item).stream())
                .reduce(Points.ZERO, Points::plus);
    }

    private List<Score> given() {
        var given = new ArrayList<Score>();
        for (var bid : sheet.get().bids()) {
            for (var item : sheet.get().items()) {
                points(bid.bidder(), item)
                        .ifPresent(p -> given.add(new Score(bid.bidder(), item.id(), p)));
            }
        }
        return given;
    }

    private void save() {
        var given = given();
        if (sheet.get().isCommitted() || given.equals(last)) {
            return;
        }
        acts.give("", new EvaluationCommand.DraftBallot(given), () -> {
            last = given;
            saved.set(Say.it("saved", Times.clock(acts.seat().now())));
        });
    }

    /// Commits the ballot.
    public void commit() {
        rest.stop();
        var given = given();
        acts.work(Say.it("scoring.commit"), () -> acts.seat().commit(given), () -> saved.set(""));
    }

    /// Changes its value whenever a cell has changed.
    public ObservableValue<Boolean> changedProperty() {
        return changed;
    }

    /// When the points were last on the disk, in words.
    public ReadOnlyStringProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /// What the screen shows.
    public ReadOnlyObjectProperty<ScoringSheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /// Why the ballot cannot be committed.
    public ObservableValue<Optional<EvaluationRefusal>> whyNotCommit() {
        return whyNotCommit;
    }
}
