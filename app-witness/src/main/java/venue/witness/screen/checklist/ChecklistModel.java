package venue.witness.screen.checklist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import venue.domain.witness.CheckResult;
import venue.domain.witness.Watch;
import venue.domain.witness.WatchStage;
import venue.domain.witness.WitnessCommand;
import venue.domain.witness.WitnessRefusal;
import venue.witness.Say;
import venue.witness.desk.Acts;
import venue.witness.desk.Showing;

/// 环节核对表: begin a stage, give each line its result, end the stage.
public final class ChecklistModel implements Showing {

    private final Acts acts;
    private final ReadOnlyObjectWrapper<ChecklistSheet> sheet;
    private final Map<String, StringProperty> notes = new HashMap<>();
    private final StringProperty place;
    private final ObservableValue<Optional<WitnessRefusal>> whyNotBegin;
    private final ObservableValue<Optional<WitnessRefusal>> whyNotEnd;

    /// A model that acts through `acts`.
    public ChecklistModel(Acts acts) {
        this.acts = acts;
        var watch = acts.desk().watch();
        this.sheet = new ReadOnlyObjectWrapper<>(ChecklistSheet.of(watch,
                watch.open().isEmpty() ? WatchStage.ENTRY : watch.open().getLast()));
        this.place = new SimpleStringProperty(acts.desk().brief().tender().place());
        this.whyNotBegin = acts.why(() -> new WitnessCommand.BeginStage(stage(), place.get()));
        this.whyNotEnd = acts.why(() -> new WitnessCommand.EndStage(stage(), ""));
        place.addListener((_, _, _) -> acts.refresh());
    }

    private WatchStage stage() {
        return sheet.get().stage();
    }

    @Override
    public void show(Watch now) {
        sheet.set(ChecklistSheet.of(now, stage()));
        acts.refresh();
    }

    /// Turns to another stage.
    public void turnTo(WatchStage stage) {
        sheet.set(ChecklistSheet.of(acts.desk().watch(), stage));
        acts.refresh();
    }

    /// Begins to watch the stage.
    public void begin() {
        acts.give(Say.it("checklist.begin"), new WitnessCommand.BeginStage(stage(), place.get()),
                () -> {});
    }

    /// Ends the stage.
    public void end(String summary) {
        acts.give(Say.it("checklist.end"), new WitnessCommand.EndStage(stage(), summary),
                () -> {});
    }

    /// Whether a line has a result already, so that a reason is needed.
    public boolean isChecked(String item) {
        return sheet.get().rows().stream()
                .anyMatch(row -> row.code().equals(item) && row.result().isPresent());
    }

    /// Gives a line its result.
    public void check(String item, CheckResult result, Optional<String> correction) {
        acts.give("", new WitnessCommand.CheckOff(item, result, note(item).get(), List.of(),
                correction), () -> {});
    }

    /// The note beside a line.
    public StringProperty note(String item) {
        return notes.computeIfAbsent(item, _ -> new SimpleStringProperty(
                acts.desk().watch().result(item).map(check -> check.note()).orElse("")));
    }

    /// Where the stage takes place.
    public StringProperty placeProperty() {
        return place;
    }

    /// What the screen shows.
    public ReadOnlyObjectProperty<ChecklistSheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /// Why the stage cannot begin.
    public ObservableValue<Optional<WitnessRefusal>> whyNotBegin() {
        return whyNotBegin;
    }

    /// Why it cannot end.
    public ObservableValue<Optional<WitnessRefusal>> whyNotEnd() {
        return whyNotEnd;
    }
}
