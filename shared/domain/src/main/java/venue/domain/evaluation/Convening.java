package venue.domain.evaluation;

import static venue.domain.base.Decision.accept;
import static venue.domain.base.Decision.refuse;

import java.time.Instant;
import venue.domain.base.Acting;
import venue.domain.base.Decision;
import venue.domain.base.PersonId;
import venue.domain.evaluation.EvaluationEvent.BallotRevealed;
import venue.domain.evaluation.EvaluationEvent.BidderListShown;
import venue.domain.evaluation.EvaluationEvent.ChairVoted;
import venue.domain.evaluation.EvaluationEvent.ExpertDeclared;
import venue.domain.evaluation.EvaluationEvent.ExpertRecused;
import venue.domain.evaluation.EvaluationEvent.HandoverOpened;
import venue.domain.evaluation.EvaluationEvent.MemberReplaced;
import venue.domain.evaluation.EvaluationEvent.MemberSignedIn;
import venue.domain.evaluation.formula.Benchmark;

/// The rules from sign-in to the open bids: 签到、承诺、回避、补抽、推选组长、启封.
final class Convening {

    private Convening() {}

    static Decision<EvaluationEvent, EvaluationRefusal> signIn(Evaluation state, Acting who,
            Instant now) {
        if (state.member(who.person()).stream()
                .anyMatch(member -> member.has(MemberSignedIn.class))) {
            return refuse(EvaluationRefusal.ALREADY_SIGNED_IN);
        }
        var taken = state.committee().stream()
                .flatMap(member -> member.first(MemberSignedIn.class).stream())
                .anyMatch(signedIn -> signedIn.desk().equals(who.device()));
        return taken
                ? refuse(EvaluationRefusal.DESK_TAKEN)
                : accept(new MemberSignedIn(who.person(), who.device(), now));
    }

    static Decision<EvaluationEvent, EvaluationRefusal> show(Member member,
            EvaluationCommand.ShowBidders show, Instant now) {
        if (member.has(ExpertDeclared.class)) {
            return refuse(EvaluationRefusal.ALREADY_DECLARED);
        }
        return accept(new BidderListShown(member.person().id(), show.bidders(), show.handover(),
                now));
    }

    static Decision<EvaluationEvent, EvaluationRefusal> declare(Member member, Instant now) {
        if (!member.has(BidderListShown.class)) {
            return refuse(EvaluationRefusal.LIST_NOT_SHOWN);
        }
        return member.has(ExpertDeclared.class)
                ? refuse(EvaluationRefusal.ALREADY_DECLARED)
                : accept(new ExpertDeclared(member.person().id(), now));
    }

    static Decision<EvaluationEvent, EvaluationRefusal> recuse(Evaluation state, Member member,
            EvaluationCommand.Recuse recuse, Instant now) {
        if (!member.has(BidderListShown.class)) {
            return refuse(EvaluationRefusal.LIST_NOT_SHOWN);
        }
        if (isRevealing(state)) {
            return refuse(EvaluationRefusal.REVEAL_BEGUN);
        }
        return recuse.reason().isBlank()
                ? refuse(EvaluationRefusal.REASON_MISSING)
                : accept(new ExpertRecused(member.person().id(), recuse.relation(),
                        recuse.reason().strip(), now));
    }

    static Decision<EvaluationEvent, EvaluationRefusal> replace(Evaluation state,
            EvaluationCommand.Replace replace, PersonId host, Instant now) {
        var recused = state.member(replace.predecessor())
                .filter(member -> state.sits(replace.predecessor()))
                .filter(member -> member.has(ExpertRecused.class));
        if (recused.isEmpty()) {
            return refuse(EvaluationRefusal.NO_GROUND_TO_REPLACE);
        }
        if (isRevealing(state)) {
            return refuse(EvaluationRefusal.REVEAL_BEGUN);
        }
        var next = state.nextSubstitute();
        if (next.isEmpty() || !next.get().id().equals(replace.substitute())) {
            return refuse(EvaluationRefusal.SUBSTITUTE_NOT_NEXT);
        }
        return replace.reason().isBlank()
                ? refuse(EvaluationRefusal.REASON_MISSING)
                : accept(new MemberReplaced(replace.predecessor(), replace.substitute(),
                        replace.reason().strip(), host, now));
    }

    private static boolean isRevealing(Evaluation state) {
        return state.committee().stream().anyMatch(member -> member.has(BallotRevealed.class));
    }

    static Decision<EvaluationEvent, EvaluationRefusal> vote(Evaluation state, Member member,
            EvaluationCommand.VoteChair vote, Instant now) {
        if (state.stage() == Stage.SIGN_IN) {
            return refuse(EvaluationRefusal.COMMITTEE_INCOMPLETE);
        }
        var election = state.election();
        if (election.chair().isPresent()) {
            return refuse(EvaluationRefusal.CHAIR_ELECTED);
        }
        if (election.voted().contains(member.person().id())) {
            return refuse(EvaluationRefusal.ALREADY_VOTED);
        }
        var candidate = state.member(vote.candidate());
        if (!state.sits(vote.candidate()) || candidate.isEmpty()
                || !state.brief().mayChair(candidate.get().person())) {
            return refuse(EvaluationRefusal.CANNOT_CHAIR);
        }
        return accept(new ChairVoted(member.person().id(), vote.candidate(), election.round(),
                now));
    }

    static Decision<EvaluationEvent, EvaluationRefusal> open(Evaluation state, Member member,
            EvaluationCommand.OpenHandover open, Instant now) {
        if (state.stage() == Stage.SIGN_IN) {
            return refuse(EvaluationRefusal.COMMITTEE_INCOMPLETE);
        }
        if (state.chair().isEmpty()) {
            return refuse(EvaluationRefusal.NO_CHAIR);
        }
        if (!state.chair().get().equals(member.person().id())) {
            return refuse(EvaluationRefusal.CHAIR_ONLY);
        }
        if (state.handover().isPresent()) {
            return refuse(EvaluationRefusal.HANDOVER_OPEN);
        }
        if (!state.brief().isLawful(state.committee().stream().map(Member::person).toList())) {
            return refuse(EvaluationRefusal.COMMITTEE_UNLAWFUL);
        }
        if (open.offers().isEmpty()) {
            return refuse(EvaluationRefusal.NO_OFFERS);
        }
        if (state.brief().plan().price().benchmark() instanceof Benchmark.DrawnMean(_, var draw)
                && !Drawn.byId(open.draws()).containsKey(draw)) {
            return refuse(EvaluationRefusal.DRAW_MISSING);
        }
        return accept(new HandoverOpened(member.person().id(), open.offers(), open.draws(),
                open.opening(), open.parcel(), now));
    }
}
