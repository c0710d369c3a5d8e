package venue.domain.evaluation;

import static venue.domain.base.Decision.accept;
import static venue.domain.base.Decision.refuse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import venue.domain.base.Decision;
import venue.domain.base.PersonId;
import venue.domain.evaluation.EvaluationEvent.ClarificationAnswered;
import venue.domain.evaluation.EvaluationEvent.ClarificationAsked;
import venue.domain.evaluation.EvaluationEvent.ClarificationLapsed;
import venue.domain.evaluation.EvaluationEvent.ReviewConsolidated;
import venue.domain.evaluation.EvaluationEvent.ReviewDrafted;
import venue.domain.evaluation.EvaluationEvent.ReviewSubmitted;
import venue.domain.evaluation.review.Mark;
import venue.domain.evaluation.review.ReviewTally;

/// The rules of the preliminary review: 初步评审、澄清、汇总与否决.
final class Reviewing {

    private Reviewing() {}

    static Decision<EvaluationEvent, EvaluationRefusal> draft(Evaluation state, Member member,
            EvaluationCommand.DraftReview draft, Instant now) {
        var refused = closed(state, member);
        return refused.isPresent()
                ? refuse(refused.get())
                : accept(new ReviewDrafted(member.person().id(), draft.marks(), now));
    }

    static Decision<EvaluationEvent, EvaluationRefusal> submit(Evaluation state, Member member,
            EvaluationCommand.SubmitReview submit, Instant now) {
        var refused = closed(state, member);
        if (refused.isPresent()) {
            return refuse(refused.get());
        }
        if (!isComplete(state, submit.marks())) {
            return refuse(EvaluationRefusal.REVIEW_INCOMPLETE);
        }
        return submit.marks().stream().allMatch(Mark::isGrounded)
                ? accept(new ReviewSubmitted(member.person().id(), submit.marks(), now))
                : refuse(EvaluationRefusal.MARK_UNGROUNDED);
    }

    private static Optional<EvaluationRefusal> closed(Evaluation state, Member member) {
        if (state.stage() == Stage.SIGN_IN) {
            return Optional.of(EvaluationRefusal.COMMITTEE_INCOMPLETE);
        }
        if (state.handover().isEmpty()) {
            return Optional.of(EvaluationRefusal.HANDOVER_CLOSED);
        }
        if (member.has(ReviewSubmitted.class)) {
            return Optional.of(EvaluationRefusal.ALREADY_SUBMITTED);
        }
        return state.consolidated().isPresent()
                ? Optional.of(EvaluationRefusal.REVIEW_CLOSED)
                : Optional.empty();
    }

    private static boolean isComplete(Evaluation state, List<Mark> marks) {
        int cells = state.offers().size() * state.brief().plan().review().size();
        return marks.size() == cells && state.offers().stream().allMatch(offer -> state.brief()
                .plan().review().stream()
                .allMatch(item -> marks.stream().anyMatch(mark -> mark.item().equals(item.id())
                        && mark.bidder().equals(offer.bidder()))));
    }

    static Decision<EvaluationEvent, EvaluationRefusal> ask(Evaluation state, Member member,
            EvaluationCommand.AskClarification ask, Instant now) {
        var refused = notReviewing(state, member);
        if (refused.isPresent()) {
            return refuse(refused.get());
        }
        if (state.offer(ask.bidder()).isEmpty()) {
            return refuse(EvaluationRefusal.UNKNOWN_BIDDER);
        }
        if (ask.question().isBlank()) {
            return refuse(EvaluationRefusal.REASON_MISSING);
        }
        var due = now.plus(Duration.ofMinutes(state.brief().plan().clarificationMinutes()));
        return accept(new ClarificationAsked(state.clarifications().size() + 1, ask.bidder(),
                ask.question().strip(), due, member.person().id(), now));
    }

    static Decision<EvaluationEvent, EvaluationRefusal> answer(Evaluation state,
            EvaluationCommand.AnswerClarification answer, PersonId host, Instant now) {
        if (state.clarifications().stream().noneMatch(
                question -> question.isOpen() && question.asked().number() == answer.number())) {
            return refuse(EvaluationRefusal.NO_SUCH_QUESTION);
        }
        return answer.text().isBlank()
                ? refuse(EvaluationRefusal.REASON_MISSING)
                : accept(new ClarificationAnswered(answer.number(), answer.text().strip(),
                        answer.document(), host, now));
    }

    static Decision<EvaluationEvent, EvaluationRefusal> lapse(Evaluation state, Member member,
            EvaluationCommand.LapseClarification lapse, Instant now) {
        var refused = notReviewing(state, member);
        if (refused.isPresent()) {
            return refuse(refused.get());
        }
        var open = state.clarifications().stream().filter(
                question -> question.isOpen() && question.asked().number() == lapse.number())
                .findFirst();
        if (open.isEmpty()) {
            return refuse(EvaluationRefusal.NO_SUCH_QUESTION);
        }
        return now.isBefore(open.get().asked().due())
                ? refuse(EvaluationRefusal.ANSWER_NOT_DUE)
                : accept(new ClarificationLapsed(lapse.number(), member.person().id(), now));
    }

    static Decision<EvaluationEvent, EvaluationRefusal> consolidate(Evaluation state,
            Member member, Instant now) {
        var refused = notReviewing(state, member);
        if (refused.isPresent()) {
            return refuse(refused.get());
        }
        if (!state.allHave(ReviewSubmitted.class)) {
            return refuse(EvaluationRefusal.REVIEWS_MISSING);
        }
        if (state.clarifications().stream().anyMatch(Clarification::isOpen)) {
            return refuse(EvaluationRefusal.CLARIFICATION_OPEN);
        }
        var tally = ReviewTally.of(state.brief().plan().review(),
                new java.util.TreeSet<>(Outcome.prices(state.offers()).keySet()),
                state.reviews());
        return accept(new ReviewConsolidated(member.person().id(),
                state.seated().stream().sorted().toList(), tally.rejections(), now));
    }

    private static Optional<EvaluationRefusal> notReviewing(Evaluation state, Member member) {
        if (state.stage() == Stage.SIGN_IN) {
            return Optional.of(EvaluationRefusal.COMMITTEE_INCOMPLETE);
        }
        if (state.handover().isEmpty()) {
            return Optional.of(EvaluationRefusal.HANDOVER_CLOSED);
        }
        if (!state.chair().equals(Optional.of(member.person().id()))) {
            return Optional.of(EvaluationRefusal.CHAIR_ONLY);
        }
        return state.consolidated().isPresent()
                ? Optional.of(EvaluationRefusal.REVIEW_CLOSED)
                : Optional.empty();
    }
}
