package venue.witness.screen.overview;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import venue.domain.witness.Checklist;
import venue.domain.witness.Watch;
import venue.domain.witness.WatchStage;

/// Where the watch stands, stage by stage.
public record OverviewSheet(List<Row> rows, int incidents, int suspicions, int exhibits,
        int checked) {

    /// One stage.
    public record Row(WatchStage stage, Standing standing, String place, Optional<Instant> from,
            Optional<Instant> until, int checked, int items) {}

    /// Where a stage stands.
    public enum Standing {
        /// 未开始
        TODO,
        /// 见证中
        OPEN,
        /// 已结束
        ENDED
    }

    public OverviewSheet {
        rows = List.copyOf(rows);
    }

    /// The sheet of now.
    public static OverviewSheet of(Watch now) {
        var rows = Arrays.stream(WatchStage.values()).map(stage -> row(now, stage)).toList();
        int suspicions = (int) now.incidents().values().stream()
                .filter(incident -> incident.isSuspicion()).count();
        return new OverviewSheet(rows, now.incidents().size() - suspicions, suspicions,
                now.exhibits().size(), now.checks().size());
    }

    private static Row row(Watch now, WatchStage stage) {
        var span = Optional.ofNullable(now.stages().get(stage));
        var standing = now.isOpen(stage)
                ? Standing.OPEN
                : now.isEnded(stage) ? Standing.ENDED : Standing.TODO;
        int items = Checklist.of(stage).size();
        return new Row(stage, standing, span.map(Watch.Span::place).orElse(""),
                span.map(Watch.Span::from), span.flatMap(Watch.Span::until),
                items - now.unchecked(stage).size(), items);
    }
}
