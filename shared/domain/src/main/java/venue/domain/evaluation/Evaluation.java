package venue.domain.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import venue.domain.base.BidderId;
import venue.domain.base.PersonId;
import venue.domain.evaluation.EvaluationEvent.BallotCommitted;
import venue.domain.evaluation.EvaluationEvent.BallotRevealed;
import venue.domain.evaluation.EvaluationEvent.ClarificationAnswered;
import venue.domain.evaluation.EvaluationEvent.ClarificationAsked;
import venue.domain.evaluation.EvaluationEvent.ClarificationLapsed;
import venue.domain.evaluation.EvaluationEvent.DissentFiled;
import venue.domain.evaluation.EvaluationEvent.EvaluationClosed;
import venue.domain.evaluation.EvaluationEvent.HandoverOpened;
import venue.domain.evaluation.EvaluationEvent.MemberReplaced;
import venue.domain.evaluation.EvaluationEvent.ReportDrafted;
import venue.domain.evaluation.EvaluationEvent.ReportSigned;
import venue.domain.evaluation.EvaluationEvent.ReviewConsolidated;
import venue.domain.evaluation.EvaluationEvent.ReviewSubmitted;
import venue.domain.evaluation.EvaluationEvent.ScoreCorrected;
import venue.domain.evaluation.EvaluationEvent.SigningRefused;
import venue.domain.evaluation.EvaluationEvent.TieSettled;
import venue.domain.evaluation.ranking.Score;
import venue.domain.evaluation.review.Mark;
import venue.domain.tender.Person;

/// An evaluation as one desk knows it (评标): the sum of the events of all desks. Events of different
/// desks may come in any order that keeps each desk's own; the result is the same.
///
/// @param seated the members who sit, in the order of the seats
/// @param members everybody who may be a member, with what their own desk wrote
/// @param minutes what the chair and the host wrote
public record Evaluation(EvaluationBrief brief, List<PersonId> seated,
        SortedMap<PersonId, Member> members, List<EvaluationEvent> minutes) {

    public Evaluation {
        seated = List.copyOf(seated);
        members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
        minutes = List.copyOf(minutes);
    }

    /// Before anybody has come.
    public static Evaluation before(EvaluationBrief brief) {
        var members = new TreeMap<PersonId, Member>();
        brief.committee().forEach(person -> members.put(person.id(), Member.fresh(person)));
        brief.substitutes().forEach(person -> members.put(person.id(), Member.fresh(person)));
        return new Evaluation(brief, brief.committee().stream().map(Person::id).toList(), members,
                List.of());
    }

    Evaluation with(PersonId id, EvaluationEvent deed) {
        var member = members.get(id);
        if (member == null) {
            return with(deed);
        }
        var all = new TreeMap<>(members);
        all.put(id, member.with(deed));
        return new Evaluation(brief, seated, all, minutes);
    }

    Evaluation with(EvaluationEvent minute) {
        var all = new ArrayList<>(minutes);
        all.add(minute);
        return new Evaluation(brief, seated, members, all);
    }

    Evaluation replacing(MemberReplaced replaced) {
        var seats = seated.stream().map(id -> id.equals(replaced.predecessor())
                ? replaced.substitute()
                : id).toList();
        return new Evaluation(brief, seats, members, minutes).with(replaced);
    }

    /// The members who sit.
    public List<Member> committee() {
        return seated.stream().flatMap(id -> member(id).stream()).toList();
    }

    /// Somebody who sits, or sat, or may still be called.
    public Optional<Member> member(PersonId id) {
        return Optional.ofNullable(members.get(id));
    }

    /// Whether this person sits now.
    public boolean sits(PersonId id) {
        return seated.contains(id);
    }

    /// The substitute whose turn it is.
    public Optional<Person> nextSubstitute() {
        var called = minutes(MemberReplaced.class).stream().map(MemberReplaced::substitute)
                .toList();
        return brief.substitutes().stream().filter(person -> !called.contains(person.id()))
                .findFirst();
    }

    /// What the chair and the host wrote of one kind, in order.
    public <T extends EvaluationEvent> List<T> minutes(Class<T> kind) {
        return minutes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// The first of a kind.
    public <T extends EvaluationEvent> Optional<T> minute(Class<T> kind) {
        return minutes.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /// How far the evaluation has come.
    public Stage stage() {
        if (minute(EvaluationClosed.class).isPresent()) {
            return Stage.CLOSED;
        }
        if (!committee().stream().allMatch(Member::isReady)) {
            return Stage.SIGN_IN;
        }
        if (chair().isEmpty()) {
            return Stage.ELECTION;
        }
        if (handover().isEmpty()) {
            return Stage.HANDOVER;
        }
        if (consolidated().isEmpty()) {
            return Stage.REVIEW;
        }
        if (!allHave(BallotCommitted.class)) {
            return Stage.SCORING;
        }
        if (!allHave(BallotRevealed.class)) {
            return Stage.REVEAL;
        }
        if (draft().isEmpty()) {
            return Stage.RESULT;
        }
        return committee().stream().allMatch(this::hasAnswered) ? Stage.SIGNED : Stage.SIGNING;
    }

    /// Whether every member who sits has done a thing.
    public boolean allHave(Class<? extends EvaluationEvent> kind) {
        return committee().stream().allMatch(member -> member.has(kind));
    }

    /// The election of the chair as the votes stand.
    public Election election() {
        return Election.of(this);
    }

    /// The chair (组长), once a majority has voted for the same member.
    public Optional<PersonId> chair() {
        return election().chair();
    }

    /// The bids on the table.
    public Optional<HandoverOpened> handover() {
        return minute(HandoverOpened.class);
    }

    /// The offers on the table, in the order of the bidders' codes.
    public List<Offer> offers() {
        return handover().map(HandoverOpened::offers).orElse(List.of()).stream()
                .sorted(java.util.Comparator.comparing(Offer::bidder)).toList();
    }

    /// One offer.
    public Optional<Offer> offer(BidderId bidder) {
        return offers().stream().filter(offer -> offer.bidder().equals(bidder)).findFirst();
    }

    /// The questions to bidders with their answers, in order.
    public List<Clarification> clarifications() {
        return minutes(ClarificationAsked.class).stream()
                .map(asked -> new Clarification(asked,
                        minutes(ClarificationAnswered.class).stream()
                                .filter(answer -> answer.number() == asked.number()).findFirst(),
                        minutes(ClarificationLapsed.class).stream()
                                .filter(lapsed -> lapsed.number() == asked.number()).findFirst()))
                .toList();
    }

    /// The consolidated review; a later change of members makes an earlier one void.
    public Optional<ReviewConsolidated> consolidated() {
        return minutes(ReviewConsolidated.class).stream()
                .filter(event -> event.members().equals(seated.stream().sorted().toList()))
                .findFirst();
    }

    /// The submitted marks of the members who sit.
    public SortedMap<PersonId, List<Mark>> reviews() {
        var reviews = new TreeMap<PersonId, List<Mark>>();
        committee().forEach(member -> member.first(ReviewSubmitted.class)
                .ifPresent(event -> reviews.put(member.person().id(), event.marks())));
        return reviews;
    }

    /// Whether this member's revealed ballot is the one that was committed.
    public boolean keepsCommitment(Member member) {
        return member.first(BallotRevealed.class).flatMap(revealed -> member
                .first(BallotCommitted.class)
                .map(committed -> ballot(member.person().id(), revealed.scores())
                        .commitment(revealed.nonce()).equals(committed.commitment())))
                .orElse(false);
    }

    /// The revealed ballots that keep their commitment, with the corrections made since; empty
    /// until every member has revealed.
    public SortedMap<PersonId, List<Score>> ballots() {
        var ballots = new TreeMap<PersonId, List<Score>>();
        if (!allHave(BallotRevealed.class)) {
            return ballots;
        }
        for (var member : committee()) {
            if (keepsCommitment(member)) {
                member.first(BallotRevealed.class).ifPresent(revealed -> ballots
                        .put(member.person().id(), corrected(revealed.scores(), member)));
            }
        }
        return ballots;
    }

    Ballot ballot(PersonId member, List<Score> scores) {
        return new Ballot(brief.tender().id(), member, scores);
    }

    private static List<Score> corrected(List<Score> scores, Member member) {
        var corrections = member.all(ScoreCorrected.class);
        return scores.stream().map(score -> corrections.stream()
                .filter(correction -> correction.bidder().equals(score.bidder())
                        && correction.item().equals(score.item()))
                .reduce((_, later) -> later)
                .map(last -> new Score(score.bidder(), score.item(), last.points()))
                .orElse(score)).toList();
    }

    /// The result so far.
    public Outcome outcome() {
        return Outcome.of(brief.plan(), Outcome.prices(offers()), reviews(), ballots(), draws());
    }

    /// The values drawn at the opening, and the committee's lot between tied bidders.
    public SortedMap<String, String> draws() {
        var draws = new TreeMap<>(
                Drawn.byId(handover().map(HandoverOpened::draws).orElse(List.of())));
        minute(TieSettled.class).ifPresent(settled -> draws.put(Drawn.TIE, String.join(",",
                settled.order().stream().map(BidderId::value).toList())));
        return draws;
    }

    /// The dissents of the members who sit, in the order of their ids.
    public List<DissentFiled> dissents() {
        return members.values().stream().filter(member -> sits(member.person().id()))
                .flatMap(member -> member.all(DissentFiled.class).stream()).toList();
    }

    /// How many dissents and corrections a report of now contains.
    public int revision() {
        return dissents().size() + committee().stream()
                .mapToInt(member -> member.all(ScoreCorrected.class).size()).sum();
    }

    /// The report to be signed, if it still says everything.
    public Optional<ReportDrafted> draft() {
        return minutes(ReportDrafted.class).stream()
                .filter(drafted -> drafted.revision() == revision())
                .reduce((_, later) -> later);
    }

    /// This member's signature under the present report.
    public Optional<ReportSigned> signature(Member member) {
        return draft().flatMap(drafted -> member.all(ReportSigned.class).stream()
                .filter(signed -> signed.pdf().equals(drafted.pdf())).findFirst());
    }

    /// Whether this member has signed the present report or refused to.
    public boolean hasAnswered(Member member) {
        return signature(member).isPresent() || draft().map(drafted -> member
                .all(SigningRefused.class).stream()
                .anyMatch(refused -> refused.pdf().equals(drafted.pdf()))).orElse(false);
    }
}
