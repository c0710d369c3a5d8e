package venue.evaluation.screen.report;

import java.util.List;
import java.util.Optional;
import venue.domain.base.Digest;
import venue.domain.base.PersonId;
import venue.domain.evaluation.Evaluation;
import venue.domain.evaluation.EvaluationEvent.BallotRevealed;
import venue.domain.evaluation.Stage;

/// The report and who has signed it.
///
/// @param open whether there are facts to report
/// @param chairing whether this member is the chair
/// @param drafted the digest of the chair's paper
public record ReportSheet(boolean open, boolean chairing, Optional<Digest> drafted,
        List<Row> rows, boolean closed, int revision) {

    public ReportSheet {
        rows = List.copyOf(rows);
    }

    /// Where a member stands.
    public enum Standing {
        /// 待签署
        AWAITED,
        /// 已签署
        SIGNED,
        /// 拒绝签署
        REFUSED
    }

    /// One member.
    public record Row(PersonId member, String name, boolean chair, Standing standing) {}

    /// The sheet of the member `me`.
    public static ReportSheet of(Evaluation now, PersonId me) {
        var rows = now.committee().stream().map(member -> {
            var standing = now.signature(member).isPresent()
                    ? Standing.SIGNED
                    : now.hasAnswered(member) ? Standing.REFUSED : Standing.AWAITED;
            return new Row(member.person().id(), member.person().name(),
                    now.chair().equals(Optional.of(member.person().id())), standing);
        }).toList();
        return new ReportSheet(
                !now.committee().isEmpty() && now.allHave(BallotRevealed.class),
                now.chair().equals(Optional.of(me)), now.draft().map(draft -> draft.pdf()), rows,
                now.stage() == Stage.CLOSED,
                now.revision());
    }
}
