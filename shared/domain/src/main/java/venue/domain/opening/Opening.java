package venue.domain.opening;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import venue.domain.base.BidderId;
import venue.domain.base.Digest;
import venue.domain.tender.Tender;

/// A bid opening (开标) as the sum of its events.
///
/// @param packageDigest of the project package that the brief came in
/// @param bids received in time, in the order of receipt
/// @param keys the opening key, where the tender has one held by several
/// @param drafts versions of the record on paper, the last one valid
public record Opening(Phase phase, Optional<OpeningBrief> brief, Optional<Digest> packageDigest,
        Optional<Staff> staff, Map<BidderId, Bid> bids, List<RefusedBid> refused,
        Optional<Instant> closedAt, Optional<Instant> meetingAt, boolean listPublished,
        Map<String, CoefficientDraw> draws, Optional<Window> decryption,
        Optional<Window> objecting, List<Objection> objections, List<RecordVersion> drafts,
        List<Interruption> interruptions, Optional<String> ending, Optional<HandOver> handOver,
        Optional<KeyTable> keys) {

    /// The parcel given to the evaluation (移交评标).
    ///
    /// @param recipients seats that can open it
    public record HandOver(Digest parcel, List<String> recipients, Instant at) {
        public HandOver {
            recipients = List.copyOf(recipients);
        }
    }

    public Opening {
        bids = Collections.unmodifiableMap(new LinkedHashMap<>(bids));
        refused = List.copyOf(refused);
        draws = Collections.unmodifiableMap(new LinkedHashMap<>(draws));
        objections = List.copyOf(objections);
        drafts = List.copyOf(drafts);
        interruptions = List.copyOf(interruptions);
    }

    /// Before anything happened.
    static Opening beginning() {
        return new OpeningChange().done();
    }

    /// The tender; only from READY on.
    public Tender tender() {
        return known().tender();
    }

    /// The brief; only from READY on.
    public OpeningBrief known() {
        return brief.orElseThrow(() -> new IllegalStateException("no project package yet"));
    }

    /// The bid of `bidder`, if received in time.
    public Optional<Bid> bid(BidderId bidder) {
        return Optional.ofNullable(bids.get(bidder));
    }

    /// The draw called `planId`, if begun.
    public Optional<CoefficientDraw> draw(String planId) {
        return Optional.ofNullable(draws.get(planId));
    }

    /// The valid version of the record, if drafted.
    public Optional<RecordVersion> draft() {
        return drafts.isEmpty() ? Optional.empty() : Optional.of(drafts.getLast());
    }

    /// Bids whose content is known.
    public List<Bid> openedBids() {
        return bids.values().stream().filter(bid -> bid.opened().isPresent()).toList();
    }

    /// How many representatives came.
    public long present() {
        return bids.values().stream()
                .filter(bid -> bid.attendance().filter(Attendance::present).isPresent()).count();
    }

    /// Whether every draw that the tender file orders has its result.
    public boolean allDrawn() {
        return known().tender().draws().stream()
                .allMatch(plan -> draw(plan.id()).flatMap(CoefficientDraw::result).isPresent());
    }

    OpeningChange change() {
        return new OpeningChange(this);
    }
}
