package venue.evaluation.screen.dissent;

import java.time.Instant;
import java.util.List;
import venue.domain.evaluation.Evaluation;

/// The dissents on record.
public record DissentSheet(List<Row> rows) {

    public DissentSheet {
        rows = List.copyOf(rows);
    }

    /// One dissent.
    public record Row(String name, Instant at, String text) {}

    /// The sheet of now.
    public static DissentSheet of(Evaluation now) {
        return new DissentSheet(now.dissents().stream().map(dissent -> new Row(
                now.member(dissent.member()).map(member -> member.person().name())
                        .orElse(dissent.member().value()),
                dissent.at(), dissent.text())).toList());
    }
}
