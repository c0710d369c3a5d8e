package venue.evaluation.screen.reveal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.domain.base.BidderId;
import venue.domain.base.PersonId;
import venue.domain.base.Points;
import venue.domain.evaluation.Evaluation;
import venue.domain.evaluation.EvaluationEvent.BallotCommitted;
import venue.domain.evaluation.EvaluationEvent.BallotRevealed;
import venue.domain.evaluation.Irregularity;
import venue.domain.evaluation.Member;
import venue.domain.evaluation.Outcome;
import venue.domain.evaluation.ranking.Score;
import venue.domain.evaluation.ranking.ScoreItem;
import venue.domain.evaluation.ranking.Total;

/// Who has committed and revealed; the points of all only when all have revealed.
///
/// @param ballots empty before all have revealed
/// @param totals what the members' points came to
public record RevealSheet(List<Row> rows, boolean complete, List<Bid> bids, List<ScoreItem> items,
        List<MemberBallot> ballots, List<Total> totals, List<Finding> findings) {

    public RevealSheet {
        rows = List.copyOf(rows);
        bids = List.copyOf(bids);
        items = List.copyOf(items);
        ballots = List.copyOf(ballots);
        totals = List.copyOf(totals);
        findings = List.copyOf(findings);
    }

    /// How far a member is.
    public record Row(String name, boolean committed, boolean revealed, boolean broken,
            String commitment) {}

    /// A scored bid.
    public record Bid(BidderId bidder, String name) {}

    /// A member's points.
    public record MemberBallot(PersonId member, String name, List<Score> scores) {
        public MemberBallot {
            scores = List.copyOf(scores);
        }
    }

    /// An irregularity in words of the screen.
    public record Finding(Irregularity.Kind kind, BidderId bidder, String bidderName, String item,
            boolean concernsMe) {}

    /// The sheet of the member `me`.
    public static RevealSheet of(Evaluation now, PersonId me) {
        var rows = now.committee().stream().map(member -> row(now, member)).toList();
        var ballots = now.ballots();
        if (ballots.isEmpty()) {
            return new RevealSheet(rows, false, List.of(), List.of(), List.of(), List.of(),
                    List.of());
        }
        var outcome = now.outcome();
        var bids = outcome.passed().stream().map(bidder -> new Bid(bidder, name(now, bidder)))
                .toList();
        var members = new ArrayList<MemberBallot>();
        ballots.forEach((id, scores) -> members.add(new MemberBallot(id,
                now.member(id).map(member -> member.person().name()).orElse(id.value()), scores)));
        var totals = bids.stream().flatMap(bid -> outcome.ranking().places().stream()
                .map(place -> place.total())
                .filter(total -> total.bidder().equals(bid.bidder()))).toList();
        return new RevealSheet(rows, true, bids, now.brief().plan().scoring(), members, totals,
                outcome.irregularities().stream().map(found -> new Finding(found.kind(),
                        found.bidder(), name(now, found.bidder()), found.item(),
                        found.members().contains(me))).toList());
    }

    private static String name(Evaluation now, BidderId bidder) {
        return now.offer(bidder).map(offer -> offer.sheet().bidderName())
                .orElse(bidder.value());
    }

    private static Row row(Evaluation now, Member member) {
        var committed = member.first(BallotCommitted.class);
        boolean revealed = member.has(BallotRevealed.class);
        return new Row(member.person().name(), committed.isPresent(), revealed,
                revealed && !now.keepsCommitment(member),
                committed.map(event -> event.commitment().brief()).orElse(""));
    }

    /// A member's sum over a part of a bid.
    public String sum(MemberBallot ballot, BidderId bidder, ScoreItem.Part part) {
        var sum = Points.ZERO;
        for (var item : items) {
            if (item.part() == part) {
                sum = sum.plus(Outcome.points(bidder, item.id(), ballot.scores())
                        .orElse(Points.ZERO));
            }
        }
        return sum.toString();
    }

    /// The parts that have items.
    public List<ScoreItem.Part> parts() {
        return java.util.Arrays.stream(ScoreItem.Part.values())
                .filter(part -> items.stream().anyMatch(item -> item.part() == part)).toList();
    }

    /// What the members' points for a part came to.
    public String aggregate(BidderId bidder, ScoreItem.Part part) {
        return totals.stream().filter(total -> total.bidder().equals(bidder)).findFirst()
                .map(total -> switch (part) {
                    case TECHNICAL -> total.technical();
                    case BUSINESS -> total.business();
                }).map(Points::toString).orElse("—");
    }

    /// The first irregularity that this member has to settle.
    public Optional<Finding> mine() {
        return findings.stream()
                .filter(finding -> finding.concernsMe() && finding.kind().blocks()).findFirst();
    }
}
