package venue.evaluation.screen.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import venue.domain.base.BidderId;
import venue.domain.evaluation.Evaluation;
import venue.domain.evaluation.EvaluationCommand;
import venue.domain.evaluation.EvaluationRefusal;
import venue.domain.evaluation.review.Mark;
import venue.evaluation.Say;
import venue.evaluation.parts.Times;
import venue.evaluation.seat.Acts;
import venue.evaluation.seat.Showing;

/// 初步评审: every item of every bid is marked; each mark is saved at once on this desk.
public final class ReviewModel implements Showing {

    private final Acts acts;
    private final ReadOnlyObjectWrapper<ReviewSheet> sheet;
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("");
    private final ObservableMap<String, Mark> marks = FXCollections.observableHashMap();
    private final ObservableValue<Optional<EvaluationRefusal>> whyNotSubmit;
    private final ObservableValue<Optional<EvaluationRefusal>> whyNotConsolidate;

    /// A model that acts through `acts`.
    public ReviewModel(Acts acts) {
        this.acts = acts;
        this.sheet = new ReadOnlyObjectWrapper<>(
                ReviewSheet.of(acts.seat().evaluation(), acts.seat().me()));
        sheet.get().own().forEach(mark -> marks.put(key(mark.bidder(), mark.item()), mark));
        this.whyNotSubmit = acts.why(() -> new EvaluationCommand.SubmitReview(given()));
        this.whyNotConsolidate = acts.why(EvaluationCommand.ConsolidateReview::new);
    }

    @Override
    public void show(Evaluation now) {
        sheet.set(ReviewSheet.of(now, acts.seat().me()));
        acts.refresh();
    }

    /// Marks an item and saves all marks so far.
    public void mark(Mark mark) {
        marks.put(key(mark.bidder(), mark.item()), mark);
        save();
    }

    /// Marks all items of a bid that are not marked yet as conforming.
    public void restConforms(BidderId bidder) {
        sheet.get().items().forEach(item -> marks.putIfAbsent(key(bidder, item.id()),
                Mark.conforming(bidder, item.id())));
        save();
    }

    private void save() {
        acts.refresh();
        acts.give("", new EvaluationCommand.DraftReview(given()),
                () -> saved.set(Say.it("saved", Times.clock(acts.seat().now()))));
    }

    /// Submits all marks.
    public void submit() {
        acts.give(Say.it("review.submit"), new EvaluationCommand.SubmitReview(given()),
                () -> saved.set(""));
    }

    /// Brings the members' marks together; for the chair.
    public void consolidate() {
        acts.give(Say.it("review.consolidate"), new EvaluationCommand.ConsolidateReview(),
                () -> {});
    }

    private List<Mark> given() {
        var given = new ArrayList<Mark>();
        for (var bid : sheet.get().bids()) {
            for (var item : sheet.get().items()) {
                mark(bid.bidder(), item.id()).ifPresent(given::add);
            }
        }
        return given;
    }

    /// The mark of one item of one bid.
    public Optional<Mark> mark(BidderId bidder, String item) {
        return Optional.ofNullable(marks.get(key(bidder, item)));
    }

    private static String key(BidderId bidder, String item) {
        return bidder + " " + item;
    }

    /// The marks by bidder and item.
    public ObservableMap<String, Mark> marks() {
        return marks;
    }

    /// When the marks were last on the disk, in words.
    public ReadOnlyStringProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /// What the screen shows.
    public ReadOnlyObjectProperty<ReviewSheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /// Why the marks cannot be submitted.
    public ObservableValue<Optional<EvaluationRefusal>> whyNotSubmit() {
        return whyNotSubmit;
    }

    /// Why they cannot be brought together.
    public ObservableValue<Optional<EvaluationRefusal>> whyNotConsolidate() {
        return whyNotConsolidate;
    }
}
