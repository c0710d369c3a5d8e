package venue.journal;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import venue.domain.base.DeviceId;
import venue.domain.base.Money;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.base.TenderId;
import venue.journal.Happening.BallotDrafted;
import venue.journal.Happening.PriceRead;

/// What the tests of the journal share: a tender, a host, devices with keys, a clock that moves
/// when told.
final class Hall {

    static final TenderId TENDER = new TenderId("A2101000001202600100001");
    static final Author HOST = new Author(new PersonId("P-HOST"), "宋主持", Role.HOST, TENDER);
    static final DeviceId ONE = new DeviceId("hall-1");
    static final DeviceId TWO = new DeviceId("seat-1");
    /// `evaluation.ballot-drafted` is for the own desk only.
    static final Families FAMILIES = Families.of(Map.of("evaluation", Happening.class));

    final JournalKeys oneKeys = JournalKeys.fresh();
    final JournalKeys twoKeys = JournalKeys.fresh().knowing(ONE, oneKeys.device().pub());
    private Instant now = WireTest.NINE;

    InstantSource clock() {
        return () -> now;
    }

    void pass(long seconds) {
        now = now.plusSeconds(seconds);
    }

    Journal one(Path dir) {
        return Journal.open(dir, oneKeys, ONE, clock(), _ -> {}, FAMILIES);
    }

    Journal two(Path dir) {
        return Journal.open(dir, twoKeys, TWO, clock(), _ -> {}, FAMILIES);
    }

    PriceRead price(long yuan) {
        return new PriceRead(WireTest.AN, "安静建设有限公司", Money.yuan(yuan + ".00"), now);
    }

    List<PriceRead> prices(int count) {
        var prices = new ArrayList<PriceRead>();
        for (int i = 0; i < count; i++) {
            prices.add(price(7_654_321 + i));
        }
        return prices;
    }

    BallotDrafted draft(String text) {
        return new BallotDrafted(text, now);
    }

    static List<Happening> happenings(Journal journal) {
        return journal.entries(TENDER).stream().map(Entry::fact).filter(Happening.class::isInstance)
                .map(Happening.class::cast).toList();
    }
}
