package venue.domain.record;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import venue.domain.base.BidderId;
import venue.domain.base.Digest;
import venue.domain.base.PersonId;
import venue.domain.evaluation.Clarification;
import venue.domain.evaluation.Drawn;
import venue.domain.evaluation.Evaluation;
import venue.domain.evaluation.EvaluationEvent.BallotCommitted;
import venue.domain.evaluation.EvaluationEvent.BallotRevealed;
import venue.domain.evaluation.EvaluationEvent.DissentFiled;
import venue.domain.evaluation.EvaluationEvent.ExpertDeclared;
import venue.domain.evaluation.EvaluationEvent.ExpertRecused;
import venue.domain.evaluation.EvaluationEvent.HandoverOpened;
import venue.domain.evaluation.EvaluationEvent.MemberReplaced;
import venue.domain.evaluation.EvaluationEvent.MemberSignedIn;
import venue.domain.evaluation.EvaluationEvent.ScoreCorrected;
import venue.domain.evaluation.EvaluationEvent.TieSettled;
import venue.domain.evaluation.EvaluationPlan;
import venue.domain.evaluation.Irregularity;
import venue.domain.evaluation.Member;
import venue.domain.evaluation.OpeningNote;
import venue.domain.evaluation.Relation;
import venue.domain.evaluation.formula.PriceSheet;
import venue.domain.evaluation.ranking.Place;
import venue.domain.evaluation.ranking.Score;
import venue.domain.evaluation.review.Rejection;
import venue.domain.evaluation.review.ReviewTally;
import venue.domain.tender.BidSheet;
import venue.domain.tender.Person;
import venue.domain.tender.Tender;

/// The facts of the evaluation report (评标报告): the ten items of 评标委员会和评标方法暂行规定
/// 第四十二条, with the score tables, the computation sheet and the dissents. Every desk comes to the
/// same facts from the same events.
///
/// @param began the first sign-in
/// @param concluded the last reveal or correction
/// @param bids all opened bids, by the bidders' codes
/// @param passed the bids that met the requirements
/// @param ballots each member's points, corrections applied
public record EvaluationReport(Tender tender, EvaluationPlan plan, Instant began,
        Instant concluded, List<Seat> committee, Optional<PersonId> chair,
        List<Replacement> replacements, OpeningNote opening, List<Drawn> draws,
        List<BidSheet> bids, List<BidderId> passed, List<ReviewTally.Cell> review,
        List<Rejection> rejections, List<Question> questions, List<MemberBallot> ballots,
        List<ScoreCorrected> corrections, List<Irregularity> irregularities,
        Optional<PriceSheet> sheet, List<Place> ranking, Optional<TieSettled> tie,
        List<BidderId> candidates, List<Dissent> dissents) {

    public EvaluationReport {
        committee = List.copyOf(committee);
        replacements = List.copyOf(replacements);
        draws = List.copyOf(draws);
        bids = List.copyOf(bids);
        passed = List.copyOf(passed);
        review = List.copyOf(review);
        rejections = List.copyOf(rejections);
        questions = List.copyOf(questions);
        ballots = List.copyOf(ballots);
        corrections = List.copyOf(corrections);
        irregularities = List.copyOf(irregularities);
        ranking = List.copyOf(ranking);
        candidates = List.copyOf(candidates);
        dissents = List.copyOf(dissents);
    }

    /// A member, with the times of sign-in and declaration.
    public record Seat(Person person, Instant signedIn, Instant declared) {}

    /// A member who withdrew and the one who took the place.
    public record Replacement(Person predecessor, Relation relation, String reason,
            Person substitute, String confirmedBy, Instant at) {}

    /// A clarification with its answer; both absent texts mean that none came in time.
    public record Question(int number, BidderId bidder, String question, Instant askedAt,
            Optional<String> answer, Optional<Digest> document, Optional<Instant> answeredAt) {}

    /// One member's points, with the commitment under which they were given.
    public record MemberBallot(Person member, Digest commitment, List<Score> scores) {
        public MemberBallot {
            scores = List.copyOf(scores);
        }
    }

    /// 不同意见
    public record Dissent(Person member, String text, Instant at) {}

    /// The facts once every member has revealed.
    public static EvaluationReport of(Evaluation evaluation) {
        var outcome = evaluation.outcome();
        var brief = evaluation.brief();
        var handover = evaluation.handover().orElseThrow();
        var members = evaluation.committee();
        return new EvaluationReport(brief.tender(), brief.plan(), began(evaluation),
                concluded(members), members.stream().map(EvaluationReport::seat).toList(),
                evaluation.chair(), replacements(evaluation), handover.opening(),
                handover.draws(), sheets(handover), outcome.passed(), outcome.review().cells(),
                outcome.review().rejections(),
                evaluation.clarifications().stream().map(EvaluationReport::question).toList(),
                members.stream().map(member -> ballot(evaluation, member)).toList(),
                members.stream().flatMap(member -> member.all(ScoreCorrected.class).stream())
                        .toList(),
                outcome.irregularities(), outcome.sheet(), outcome.ranking().places(),
                evaluation.minute(TieSettled.class), outcome.candidates(),
                evaluation.dissents().stream()
                        .map(dissent -> dissent(evaluation, dissent)).toList());
    }

    /// The name of an opened bid's bidder.
    public String nameOf(BidderId bidder) {
        return bids.stream().filter(sheet -> sheet.bidder().equals(bidder))
                .map(BidSheet::bidderName).findFirst().orElse(bidder.value());
    }

    private static Instant began(Evaluation evaluation) {
        return evaluation.members().values().stream()
                .flatMap(member -> member.first(MemberSignedIn.class).stream())
                .map(MemberSignedIn::at).min(Comparator.naturalOrder()).orElseThrow();
    }

    private static Instant concluded(List<Member> members) {
        return members.stream().flatMap(member -> member.deeds().stream())
                .filter(deed -> deed instanceof BallotRevealed || deed instanceof ScoreCorrected)
                .map(deed -> deed.at()).max(Comparator.naturalOrder()).orElseThrow();
    }

    private static Seat seat(Member member) {
        return new Seat(member.person(), member.first(MemberSignedIn.class).orElseThrow().at(),
                member.first(ExpertDeclared.class).orElseThrow().at());
    }

    private static List<Replacement> replacements(Evaluation evaluation) {
        return evaluation.minutes(MemberReplaced.class).stream().map(replaced -> {
            var left = evaluation.member(replaced.predecessor()).orElseThrow();
            var recusal = left.first(ExpertRecused.class).orElseThrow();
            var host = evaluation.brief().person(replaced.confirmedBy()).map(Person::name)
                    .orElse(replaced.confirmedBy().value());
            return new Replacement(left.person(), recusal.relation(), recusal.reason(),
                    evaluation.member(replaced.substitute()).orElseThrow().person(), host,
                    replaced.at());
        }).toList();
    }

    private static List<BidSheet> sheets(HandoverOpened handover) {
        return handover.offers().stream().map(offer -> offer.sheet())
                .sorted(Comparator.comparing(BidSheet::bidder)).toList();
    }

    private static Question question(Clarification clarification) {
        var asked = clarification.asked();
        return new Question(asked.number(), asked.bidder(), asked.question(), asked.at(),
                clarification.answered().map(answer -> answer.text()),
                clarification.answered().map(answer -> answer.document()),
                clarification.answered().map(answer -> answer.at()));
    }

    private static MemberBallot ballot(Evaluation evaluation, Member member) {
        return new MemberBallot(member.person(),
                member.first(BallotCommitted.class).orElseThrow().commitment(),
                evaluation.ballots().getOrDefault(member.person().id(), List.of()));
    }

    private static Dissent dissent(Evaluation evaluation, DissentFiled dissent) {
        return new Dissent(evaluation.member(dissent.member()).orElseThrow().person(),
                dissent.text(), dissent.at());
    }
}
