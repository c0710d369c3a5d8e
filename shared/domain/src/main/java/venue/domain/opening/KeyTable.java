package venue.domain.opening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import venue.domain.base.BidderId;
import venue.domain.base.Digest;
import venue.domain.base.PersonId;

/// The opening key at the table (开标密钥): its plan, what holders gave, and the remedies approved.
///
/// @param given in the order of giving, the latest act of a holder last
public record KeyTable(KeyCard card, List<Given> given, Map<BidderId, Rescue> rescues) {

    /// On what ground the deadline counted as past when a holder gave.
    public enum TimeBasis {
        /// 与中心校时
        TRUSTED,
        /// 必到组持有人声明
        DECLARED,
        /// 随必到组持有人之后
        FOLLOWED
    }

    /// One holder's act (给出份额).
    ///
    /// @param release SHA-256 of the signed act, kept beside the journal
    /// @param bids how many sealed bids it covers
    public record Given(int holder, TimeBasis basis, Digest release, int bids, Instant at) {}

    /// A remedy approved for one bid (启用补救方案).
    ///
    /// @param cms detached signature of the approver over the statement of the reason
    public record Rescue(KeyCard.RescueWay way, String reason, PersonId approver, String cms,
            Instant at) {}

    public KeyTable {
        given = List.copyOf(given);
        rescues = Collections.unmodifiableMap(new LinkedHashMap<>(rescues));
    }

    /// Nobody gave yet.
    static KeyTable of(KeyCard card) {
        return new KeyTable(card, List.of(), Map.of());
    }

    /// Who has given.
    public Set<Integer> holders() {
        return given.stream().map(Given::holder).collect(Collectors.toUnmodifiableSet());
    }

    /// The latest act of a holder.
    public Optional<Given> of(int holder) {
        return given.reversed().stream().filter(each -> each.holder() == holder).findFirst();
    }

    /// Whether enough holders gave.
    public boolean isMet() {
        return card.isMetBy(holders());
    }

    /// The remedy approved for the bid of `bidder`.
    public Optional<Rescue> rescue(BidderId bidder) {
        return Optional.ofNullable(rescues.get(bidder));
    }

    KeyTable with(Given act) {
        var all = new ArrayList<>(given);
        all.add(act);
        return new KeyTable(card, all, rescues);
    }

    KeyTable with(BidderId bidder, Rescue rescue) {
        var all = new LinkedHashMap<>(rescues);
        all.put(bidder, rescue);
        return new KeyTable(card, given, all);
    }
}
