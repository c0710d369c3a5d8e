package venue.evaluation.screen.scoring;

import java.util.List;
import venue.domain.base.BidderId;
import venue.domain.base.PersonId;
import venue.domain.evaluation.Evaluation;
import venue.domain.evaluation.EvaluationEvent.BallotCommitted;
import venue.domain.evaluation.EvaluationEvent.BallotDrafted;
import venue.domain.evaluation.ranking.Score;
import venue.domain.evaluation.ranking.ScoreItem;

/// The ballot of one member: the own points and nobody else's.
///
/// @param own what was saved last on this desk
/// @param commitment the digest of the committed ballot, or empty
/// @param committed how many members have committed
public record ScoringSheet(boolean open, List<Bid> bids, List<ScoreItem> items, List<Score> own,
        String commitment, int committed, int members) {

    public ScoringSheet {
        bids = List.copyOf(bids);
        items = List.copyOf(items);
        own = List.copyOf(own);
    }

    /// A bid to be scored.
    public record Bid(BidderId bidder, String name) {}

    /// Whether this member's ballot is committed.
    public boolean isCommitted() {
        return !commitment.isEmpty();
    }

    /// The sheet of the member `me`.
    public static ScoringSheet of(Evaluation now, PersonId me) {
        boolean open = now.consolidated().isPresent();
        var passed = open ? now.outcome().passed() : List.<BidderId>of();
        var bids = now.offers().stream().filter(offer -> passed.contains(offer.bidder()))
                .map(offer -> new Bid(offer.bidder(), offer.sheet().bidderName())).toList();
        var member = now.member(me);
        return new ScoringSheet(open, bids, now.brief().plan().scoring(),
                member.flatMap(one -> one.first(BallotDrafted.class)).map(BallotDrafted::scores)
                        .orElse(List.of()),
                member.flatMap(one -> one.first(BallotCommitted.class))
                        .map(committed -> committed.commitment().hex()).orElse(""),
                (int) now.committee().stream().filter(one -> one.has(BallotCommitted.class))
                        .count(),
                now.seated().size());
    }
}
