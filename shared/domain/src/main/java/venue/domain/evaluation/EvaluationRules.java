package venue.domain.evaluation;

import static venue.domain.evaluation.EvaluationRefusal.CLOSED;
import static venue.domain.evaluation.EvaluationRefusal.HOST_ONLY;
import static venue.domain.evaluation.EvaluationRefusal.LOCKED_OUT;
import static venue.domain.evaluation.EvaluationRefusal.NOT_A_MEMBER;
import static venue.domain.evaluation.EvaluationRefusal.OTHER_DESK;
import static venue.domain.evaluation.EvaluationRefusal.UNKNOWN_DESK;

import java.time.Instant;
import java.util.Optional;
import venue.domain.base.Acting;
import venue.domain.base.Decision;
import venue.domain.base.Role;
import venue.domain.base.Rules;
import venue.domain.evaluation.EvaluationCommand.AnswerClarification;
import venue.domain.evaluation.EvaluationCommand.AskClarification;
import venue.domain.evaluation.EvaluationCommand.Close;
import venue.domain.evaluation.EvaluationCommand.CommitBallot;
import venue.domain.evaluation.EvaluationCommand.ConsolidateReview;
import venue.domain.evaluation.EvaluationCommand.CorrectScore;
import venue.domain.evaluation.EvaluationCommand.Declare;
import venue.domain.evaluation.EvaluationCommand.DraftBallot;
import venue.domain.evaluation.EvaluationCommand.DraftReport;
import venue.domain.evaluation.EvaluationCommand.DraftReview;
import venue.domain.evaluation.EvaluationCommand.FileDissent;
import venue.domain.evaluation.EvaluationCommand.LapseClarification;
import venue.domain.evaluation.EvaluationCommand.OpenHandover;
import venue.domain.evaluation.EvaluationCommand.Recuse;
import venue.domain.evaluation.EvaluationCommand.RefuseToSign;
import venue.domain.evaluation.EvaluationCommand.Replace;
import venue.domain.evaluation.EvaluationCommand.RevealBallot;
import venue.domain.evaluation.EvaluationCommand.SettleTie;
import venue.domain.evaluation.EvaluationCommand.ShowBidders;
import venue.domain.evaluation.EvaluationCommand.SignIn;
import venue.domain.evaluation.EvaluationCommand.SignReport;
import venue.domain.evaluation.EvaluationCommand.SubmitReview;
import venue.domain.evaluation.EvaluationCommand.VoteChair;
import venue.domain.evaluation.EvaluationEvent.BallotCommitted;
import venue.domain.evaluation.EvaluationEvent.BallotDrafted;
import venue.domain.evaluation.EvaluationEvent.BallotRevealed;
import venue.domain.evaluation.EvaluationEvent.BidderListShown;
import venue.domain.evaluation.EvaluationEvent.ChairVoted;
import venue.domain.evaluation.EvaluationEvent.ClarificationAnswered;
import venue.domain.evaluation.EvaluationEvent.ClarificationAsked;
import venue.domain.evaluation.EvaluationEvent.ClarificationLapsed;
import venue.domain.evaluation.EvaluationEvent.DissentFiled;
import venue.domain.evaluation.EvaluationEvent.EvaluationClosed;
import venue.domain.evaluation.EvaluationEvent.ExpertDeclared;
import venue.domain.evaluation.EvaluationEvent.ExpertRecused;
import venue.domain.evaluation.EvaluationEvent.HandoverOpened;
import venue.domain.evaluation.EvaluationEvent.MemberReplaced;
import venue.domain.evaluation.EvaluationEvent.MemberSignedIn;
import venue.domain.evaluation.EvaluationEvent.ReportDrafted;
import venue.domain.evaluation.EvaluationEvent.ReportSigned;
import venue.domain.evaluation.EvaluationEvent.ReviewConsolidated;
import venue.domain.evaluation.EvaluationEvent.ReviewDrafted;
import venue.domain.evaluation.EvaluationEvent.ReviewSubmitted;
import venue.domain.evaluation.EvaluationEvent.ScoreCorrected;
import venue.domain.evaluation.EvaluationEvent.SigningRefused;
import venue.domain.evaluation.EvaluationEvent.TieSettled;

/// The rules of an evaluation (评标规则): who may do what, and when.
public record EvaluationRules(EvaluationBrief brief)
        implements
            Rules<Evaluation, EvaluationCommand, EvaluationEvent, EvaluationRefusal> {

    @Override
    public Evaluation beginning() {
        return Evaluation.before(brief);
    }

    @Override
    public Decision<EvaluationEvent, EvaluationRefusal> decide(Evaluation state,
            EvaluationCommand command, Acting who, Instant now) {
        if (state.minute(EvaluationClosed.class).isPresent()) {
            return Decision.refuse(CLOSED);
        }
        if (!brief.seats().contains(who.device())) {
            return Decision.refuse(UNKNOWN_DESK);
        }
        return switch (command) {
            case Replace replace -> who.role() == Role.HOST
                    ? Convening.replace(state, replace, who.person(), now)
                    : Decision.refuse(HOST_ONLY);
            case AnswerClarification answer -> who.role() == Role.HOST
                    ? Reviewing.answer(state, answer, who.person(), now)
                    : Decision.refuse(HOST_ONLY);
            case SignIn _ -> standing(state, who).<Decision<EvaluationEvent, EvaluationRefusal>>map(
                    Decision::refuse).orElseGet(() -> Convening.signIn(state, who, now));
            default -> byMember(state, command, who, now);
        };
    }

    private Decision<EvaluationEvent, EvaluationRefusal> byMember(Evaluation state,
            EvaluationCommand command, Acting who, Instant now) {
        var refused = standing(state, who).or(() -> place(state, who));
        if (refused.isPresent()) {
            return Decision.refuse(refused.get());
        }
        var member = state.members().get(who.person());
        if (member == null) {
            return Decision.refuse(NOT_A_MEMBER);
        }
        return switch (command) {
            case ShowBidders show -> Convening.show(member, show, now);
            case Declare _ -> Convening.declare(member, now);
            case Recuse recuse -> Convening.recuse(state, member, recuse, now);
            case VoteChair vote -> Convening.vote(state, member, vote, now);
            case OpenHandover open -> Convening.open(state, member, open, now);
            case DraftReview draft -> Reviewing.draft(state, member, draft, now);
            case SubmitReview submit -> Reviewing.submit(state, member, submit, now);
            case AskClarification ask -> Reviewing.ask(state, member, ask, now);
            case LapseClarification lapse -> Reviewing.lapse(state, member, lapse, now);
            case ConsolidateReview _ -> Reviewing.consolidate(state, member, now);
            case DraftBallot draft -> Scoring.draft(state, member, draft, now);
            case CommitBallot commit -> Scoring.commit(state, member, commit, now);
            case RevealBallot _ -> Scoring.reveal(state, member, now);
            case CorrectScore correct -> Scoring.correct(state, member, correct, now);
            case SettleTie settle -> Concluding.settle(state, member, settle, now);
            case DraftReport draft -> Concluding.draft(state, member, draft, now);
            case FileDissent dissent -> Concluding.dissent(state, member, dissent, now);
            case SignReport sign -> Concluding.sign(state, member, sign, now);
            case RefuseToSign refuse -> Concluding.refuseToSign(state, member, refuse, now);
            case Close _ -> Concluding.close(state, member, now);
            case Replace _,AnswerClarification _,SignIn _ ->
                throw new IllegalStateException("decided before");
        };
    }

    /// Whether this person is a member at all.
    private static Optional<EvaluationRefusal> standing(Evaluation state, Acting who) {
        var member = state.member(who.person());
        if (member.isEmpty()) {
            return Optional.of(NOT_A_MEMBER);
        }
        if (member.get().has(ExpertRecused.class) || isReplaced(state, who)) {
            return Optional.of(LOCKED_OUT);
        }
        return state.sits(who.person()) ? Optional.empty() : Optional.of(NOT_A_MEMBER);
    }

    private static boolean isReplaced(Evaluation state, Acting who) {
        return state.minutes(MemberReplaced.class).stream()
                .anyMatch(replaced -> replaced.predecessor().equals(who.person()));
    }

    /// Whether this person sits at the desk of the sign-in.
    private static Optional<EvaluationRefusal> place(Evaluation state, Acting who) {
        var signedIn = state.member(who.person()).flatMap(
                member -> member.first(MemberSignedIn.class));
        if (signedIn.isEmpty()) {
            return Optional.of(EvaluationRefusal.NOT_SIGNED_IN);
        }
        return signedIn.get().desk().equals(who.device())
                ? Optional.empty()
                : Optional.of(OTHER_DESK);
    }

    @Override
    public Evaluation after(Evaluation state, EvaluationEvent event) {
        return switch (event) {
            case MemberSignedIn(var member, _, _) -> state.with(member, event);
            case BidderListShown(var member, _, _, _) -> state.with(member, event);
            case ExpertDeclared(var member, _) -> state.with(member, event);
            case ExpertRecused(var member, _, _, _) -> state.with(member, event);
            case ChairVoted(var member, _, _, _) -> state.with(member, event);
            case ReviewDrafted(var member, _, _) -> state.with(member, event);
            case ReviewSubmitted(var member, _, _) -> state.with(member, event);
            case BallotDrafted(var member, _, _, _) -> state.with(member, event);
            case BallotCommitted(var member, _, _, _) -> state.with(member, event);
            case BallotRevealed(var member, _, _, _) -> state.with(member, event);
            case ScoreCorrected(var member, _, _, _, _, _) -> state.with(member, event);
            case DissentFiled(var member, _, _) -> state.with(member, event);
            case ReportSigned(var member, _, _, _) -> state.with(member, event);
            case SigningRefused(var member, _, _, _) -> state.with(member, event);
            case MemberReplaced replaced -> state.replacing(replaced);
            case HandoverOpened _,ClarificationAsked _,ClarificationAnswered _,ClarificationLapsed _,ReviewConsolidated _,TieSettled _,ReportDrafted _,EvaluationClosed _ ->
                state.with(event);
        };
    }
}
