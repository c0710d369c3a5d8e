package venue.domain.evaluation;

import static venue.domain.base.Decision.accept;
import static venue.domain.base.Decision.refuse;

import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import venue.domain.base.Decision;
import venue.domain.evaluation.EvaluationEvent.BallotRevealed;
import venue.domain.evaluation.EvaluationEvent.DissentFiled;
import venue.domain.evaluation.EvaluationEvent.EvaluationClosed;
import venue.domain.evaluation.EvaluationEvent.ReportDrafted;
import venue.domain.evaluation.EvaluationEvent.ReportSigned;
import venue.domain.evaluation.EvaluationEvent.SigningRefused;
import venue.domain.evaluation.EvaluationEvent.TieSettled;

/// The rules from the result to the end: 并列、评标报告、不同意见、签署、结束.
final class Concluding {

    private Concluding() {}

    static Decision<EvaluationEvent, EvaluationRefusal> settle(Evaluation state, Member member,
            EvaluationCommand.SettleTie settle, Instant now) {
        var refused = notChairing(state, member);
        if (refused.isPresent()) {
            return refuse(refused.get());
        }
        var tied = state.outcome().ranking().tied(state.brief().plan().candidates());
        if (tied.isEmpty() || !new TreeSet<>(tied).equals(new TreeSet<>(settle.order()))) {
            return refuse(EvaluationRefusal.NOT_TIED);
        }
        return settle.method().isBlank()
                ? refuse(EvaluationRefusal.REASON_MISSING)
                : accept(new TieSettled(member.person().id(), settle.order(),
                        settle.method().strip(), now));
    }

    static Decision<EvaluationEvent, EvaluationRefusal> draft(Evaluation state, Member member,
            EvaluationCommand.DraftReport draft, Instant now) {
        var refused = notChairing(state, member);
        if (refused.isPresent()) {
            return refuse(refused.get());
        }
        if (state.draft().isPresent()) {
            return refuse(EvaluationRefusal.REPORT_DRAFTED);
        }
        if (state.ballots().size() < state.seated().size()) {
            return refuse(EvaluationRefusal.COMMITMENT_BROKEN);
        }
        var outcome = state.outcome();
        if (outcome.isBlocked()) {
            return refuse(EvaluationRefusal.IRREGULARITIES);
        }
        if (!outcome.ranking().tied(state.brief().plan().candidates()).isEmpty()) {
            return refuse(EvaluationRefusal.TIED);
        }
        return accept(new ReportDrafted(member.person().id(), state.revision(), draft.facts(),
                draft.pdf(), now));
    }

    static Decision<EvaluationEvent, EvaluationRefusal> dissent(Evaluation state, Member member,
            EvaluationCommand.FileDissent dissent, Instant now) {
        if (!state.allHave(BallotRevealed.class)) {
            return refuse(EvaluationRefusal.REVEALS_MISSING);
        }
        if (state.hasAnswered(member)) {
            return refuse(EvaluationRefusal.ALREADY_SIGNED);
        }
        if (member.has(DissentFiled.class)) {
            return refuse(EvaluationRefusal.ALREADY_DISSENTED);
        }
        return dissent.text().isBlank()
                ? refuse(EvaluationRefusal.REASON_MISSING)
                : accept(new DissentFiled(member.person().id(), dissent.text().strip(), now));
    }

    static Decision<EvaluationEvent, EvaluationRefusal> sign(Evaluation state, Member member,
            EvaluationCommand.SignReport sign, Instant now) {
        var refused = notSigning(state, member);
        if (refused.isPresent()) {
            return refuse(refused.get());
        }
        if (!state.draft().map(ReportDrafted::pdf).equals(Optional.of(sign.pdf()))) {
            return refuse(EvaluationRefusal.REPORT_DIFFERS);
        }
        return sign.signature().isBlank()
                ? refuse(EvaluationRefusal.NOT_SIGNED)
                : accept(new ReportSigned(member.person().id(), sign.pdf(), sign.signature(),
                        now));
    }

    static Decision<EvaluationEvent, EvaluationRefusal> refuseToSign(Evaluation state,
            Member member, EvaluationCommand.RefuseToSign refusal, Instant now) {
        var refused = notSigning(state, member);
        if (refused.isPresent()) {
            return refuse(refused.get());
        }
        return state.draft().<Decision<EvaluationEvent, EvaluationRefusal>>map(drafted -> accept(
                new SigningRefused(member.person().id(), drafted.pdf(),
                        refusal.reason().strip(), now)))
                .orElseGet(() -> refuse(EvaluationRefusal.NO_REPORT));
    }

    static Decision<EvaluationEvent, EvaluationRefusal> close(Evaluation state, Member member,
            Instant now) {
        var refused = notChairing(state, member);
        if (refused.isPresent()) {
            return refuse(refused.get());
        }
        if (state.draft().isEmpty()) {
            return refuse(EvaluationRefusal.NO_REPORT);
        }
        return state.stage() == Stage.SIGNED
                ? accept(new EvaluationClosed(member.person().id(), state.draft().get().pdf(), now))
                : refuse(EvaluationRefusal.SIGNATURES_MISSING);
    }

    private static Optional<EvaluationRefusal> notSigning(Evaluation state, Member member) {
        if (state.draft().isEmpty()) {
            return Optional.of(EvaluationRefusal.NO_REPORT);
        }
        return state.hasAnswered(member)
                ? Optional.of(EvaluationRefusal.ALREADY_SIGNED)
                : Optional.empty();
    }

    private static Optional<EvaluationRefusal> notChairing(Evaluation state, Member member) {
        if (!state.allHave(BallotRevealed.class)) {
            return Optional.of(EvaluationRefusal.REVEALS_MISSING);
        }
        return state.chair().equals(Optional.of(member.person().id()))
                ? Optional.empty()
                : Optional.of(EvaluationRefusal.CHAIR_ONLY);
    }
}
