package venue.witness.screen.checklist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import venue.domain.witness.CheckResult;
import venue.domain.witness.Checklist;
import venue.domain.witness.Watch;
import venue.domain.witness.WatchStage;
import venue.domain.witness.WitnessEvent.ItemChecked;

/// The checklist of one stage.
///
/// @param open whether it is being watched
/// @param left lines without a result
public record ChecklistSheet(WatchStage stage, boolean open, List<Row> rows, int left) {

    /// One line.
    ///
    /// @param corrections how often its result was corrected
    public record Row(String code, String title, Optional<CheckResult> result, String note,
            Optional<Instant> at, int corrections) {}

    public ChecklistSheet {
        rows = List.copyOf(rows);
    }

    /// The sheet of now.
    public static ChecklistSheet of(Watch now, WatchStage stage) {
        var rows = Checklist.of(stage).stream().map(item -> {
            var result = now.result(item.code());
            int entries = now.checks().getOrDefault(item.code(), List.of()).size();
            return new Row(item.code(), item.title(), result.map(ItemChecked::result),
                    result.map(ItemChecked::note).orElse(""), result.map(ItemChecked::at),
                    Math.max(0, entries - 1));
        }).toList();
        return new ChecklistSheet(stage, now.isOpen(stage), rows, now.unchecked(stage).size());
    }
}
