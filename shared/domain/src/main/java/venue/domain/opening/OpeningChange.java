package venue.domain.opening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import venue.domain.base.BidderId;
import venue.domain.base.Digest;

/// The next [Opening] while one event is applied to the last; lives within one call.
final class OpeningChange {

    Phase phase = Phase.DRAFT;
    Optional<OpeningBrief> brief = Optional.empty();
    Optional<Digest> packageDigest = Optional.empty();
    Optional<Staff> staff = Optional.empty();
    final Map<BidderId, Bid> bids = new LinkedHashMap<>();
    final List<RefusedBid> refused = new ArrayList<>();
    Optional<Instant> closedAt = Optional.empty();
    Optional<Instant> meetingAt = Optional.empty();
    boolean listPublished;
    final Map<String, CoefficientDraw> draws = new LinkedHashMap<>();
    Optional<Window> decryption = Optional.empty();
    Optional<Window> objecting = Optional.empty();
    final List<Objection> objections = new ArrayList<>();
    final List<RecordVersion> drafts = new ArrayList<>();
    final List<Interruption> interruptions = new ArrayList<>();
    Optional<String> ending = Optional.empty();
    Optional<Opening.HandOver> handOver = Optional.empty();
    Optional<KeyTable> keys = Optional.empty();

    OpeningChange() {}

    OpeningChange(Opening from) {
        phase = from.phase();
        brief = from.brief();
        packageDigest = from.packageDigest();
        staff = from.staff();
        bids.putAll(from.bids());
        refused.addAll(from.refused());
        closedAt = from.closedAt();
        meetingAt = from.meetingAt();
        listPublished = from.listPublished();
        draws.putAll(from.draws());
        decryption = from.decryption();
        objecting = from.objecting();
        objections.addAll(from.objections());
        drafts.addAll(from.drafts());
        interruptions.addAll(from.interruptions());
        ending = from.ending();
        handOver = from.handOver();
        keys = from.keys();
    }

    OpeningChange to(Phase next) {
        phase = next;
        return this;
    }

    OpeningChange bid(BidderId bidder, UnaryOperator<Bid> step) {
        bids.computeIfPresent(bidder, (_, bid) -> step.apply(bid));
        return this;
    }

    OpeningChange draw(String planId, UnaryOperator<CoefficientDraw> step) {
        draws.computeIfPresent(planId, (_, draw) -> step.apply(draw));
        return this;
    }

    OpeningChange objection(int number, UnaryOperator<Objection> step) {
        objections.replaceAll(one -> one.number() == number ? step.apply(one) : one);
        return this;
    }

    OpeningChange keys(UnaryOperator<KeyTable> step) {
        keys = keys.map(step);
        return this;
    }

    Opening done() {
        return new Opening(phase, brief, packageDigest, staff, bids, refused, closedAt, meetingAt,
                listPublished, draws, decryption, objecting, objections, drafts, interruptions,
                ending, handOver, keys);
    }
}
