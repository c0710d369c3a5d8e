package venue.evaluation.screen.signin;

import java.util.List;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.evaluation.Evaluation;
import venue.domain.evaluation.EvaluationEvent.BidderListShown;
import venue.domain.evaluation.EvaluationEvent.ExpertDeclared;
import venue.domain.evaluation.EvaluationEvent.ExpertRecused;
import venue.domain.evaluation.EvaluationEvent.MemberSignedIn;
import venue.domain.evaluation.Member;

/// The committee as it gathers, and what this member has done.
///
/// @param listShown whether the list of bidders was put before this member
public record SignInSheet(List<Row> rows, boolean listShown, boolean declared, boolean recused) {

    public SignInSheet {
        rows = List.copyOf(rows);
    }

    /// How far a member is.
    public enum Standing {
        /// 未签到
        AWAITED,
        /// 已签到
        PRESENT,
        /// 已承诺
        DECLARED,
        /// 申请回避
        RECUSED
    }

    /// One seat.
    public record Row(int seat, String name, Role role, String unit, Standing standing) {}

    /// The sheet of the member `me`.
    public static SignInSheet of(Evaluation now, PersonId me) {
        var committee = now.committee();
        var rows = new java.util.ArrayList<Row>();
        for (int i = 0; i < committee.size(); i++) {
            var person = committee.get(i).person();
            rows.add(new Row(i + 1, person.name(), person.role(), person.unit(),
                    standing(committee.get(i))));
        }
        var own = now.member(me);
        return new SignInSheet(rows, own.stream().anyMatch(m -> m.has(BidderListShown.class)),
                own.stream().anyMatch(m -> m.has(ExpertDeclared.class)),
                own.stream().anyMatch(m -> m.has(ExpertRecused.class)));
    }

    private static Standing standing(Member member) {
        if (member.has(ExpertRecused.class)) {
            return Standing.RECUSED;
        }
        if (member.has(ExpertDeclared.class)) {
            return Standing.DECLARED;
        }
        return member.has(MemberSignedIn.class) ? Standing.PRESENT : Standing.AWAITED;
    }
}
