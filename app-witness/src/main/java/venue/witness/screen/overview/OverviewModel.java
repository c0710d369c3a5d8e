package venue.witness.screen.overview;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import venue.domain.record.WitnessMilestone;
import venue.domain.witness.Watch;
import venue.domain.witness.WatchStage;
import venue.ui.FxThread;
import venue.witness.Say;
import venue.witness.desk.Acts;
import venue.witness.desk.Showing;

/// 项目与环节总览: the stages, and the day's timeline over all desks whose events have come here.
public final class OverviewModel implements Showing {

    private final Acts acts;
    private final Consumer<WatchStage> enter;
    private final ReadOnlyObjectWrapper<OverviewSheet> sheet;
    private final ObservableList<WitnessMilestone> timeline = FXCollections.observableArrayList();

    /// @param enter opens the checklist of a stage
    public OverviewModel(Acts acts, Consumer<WatchStage> enter) {
        this.acts = acts;
        this.enter = enter;
        this.sheet = new ReadOnlyObjectWrapper<>(OverviewSheet.of(acts.desk().watch()));
    }

    @Override
    public void show(Watch now) {
        sheet.set(OverviewSheet.of(now));
        follow();
    }

    /// Reads the timeline anew, beside the screen.
    public void follow() {
        FxThread.then(FxThread.beside(() -> WitnessMilestone.of(acts.desk().facts()).reversed()),
                timeline::setAll, error -> acts.failed(Say.it("overview.title"), error));
    }

    /// Opens the checklist of a stage.
    public void enter(WatchStage stage) {
        enter.accept(stage);
    }

    /// What the screen shows.
    public ReadOnlyObjectProperty<OverviewSheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /// The timeline, newest first.
    public ObservableList<WitnessMilestone> timeline() {
        return timeline;
    }
}
