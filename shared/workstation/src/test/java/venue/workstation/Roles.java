package venue.workstation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import venue.crypto.Bytes;
import venue.domain.base.BidderId;
import venue.domain.base.Digest;
import venue.domain.base.Money;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.base.SocialCreditCode;
import venue.domain.base.TenderId;
import venue.domain.money.AmountInWords;
import venue.domain.opening.OpeningBrief;
import venue.domain.tender.BidSheet;
import venue.domain.tender.DrawPlan;
import venue.domain.tender.Organisation;
import venue.domain.tender.Person;
import venue.domain.tender.Receipt;
import venue.domain.tender.Regime;
import venue.domain.tender.Tender;
import venue.domain.tender.TenderKind;

/// The tender that is played, and who is in it.
final class Roles {

    static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    static final int BIDS = 4;
    static final PersonId HOST = new PersonId("P-HOST");
    static final PersonId AGENCY = new PersonId("P-AGENCY");
    static final PersonId TENDERER = new PersonId("P-TENDERER");
    static final PersonId WATCH = new PersonId("P-SUPERVISOR");
    static final Set<Role> STAFF = Set.of(Role.HOST, Role.AGENCY, Role.OPENING_SUPERVISOR);

    private Roles() {}

    static TenderId tenderId(int number) {
        return new TenderId("A21010000012026%08d".formatted(number));
    }

    static BidderId bidder(int number) {
        var body = "91210100MA0TEX%03d".formatted(number);
        return new BidderId(body + SocialCreditCode.checkOf(body));
    }

    static Digest digest(String of) {
        return new Digest(Bytes.of(of.getBytes(java.nio.charset.StandardCharsets.UTF_8)).sha256());
    }

    static Tender tender() {
        var party = new Organisation("沈阳市政工程建设中心", "91210100MA0UG01K7X");
        return new Tender(tenderId(1), "A01-91210100MA0UEX7K0C-20261123-000001-E", "浑河北岸道路改造工程",
                "施工一标段", Regime.Z, TenderKind.WORKS, party, party, "开标一室", NINE,
                Money.yuan("12000000"), 30, 5,
                List.of(new DrawPlan("K", "下浮系数", List.of("0.95", "0.96", "0.97"))), "合格", 300,
                Money.yuan("100000"), "2026-1");
    }

    static Receipt receipt(int number, Instant at) {
        return new Receipt(bidder(number), "第" + number + "建设公司", at, 1_000 + number,
                digest("bid" + number), digest("sm3" + number), "0" + number);
    }

    static OpeningBrief opening() {
        var people = new ArrayList<>(List.of(
                new Person(HOST, "沈静", Role.HOST, "中心", digest("1")),
                new Person(AGENCY, "许文", Role.AGENCY, "代理", digest("2")),
                new Person(WATCH, "佟监", Role.OPENING_SUPERVISOR, "住建局", digest("3")),
                new Person(TENDERER, "赵敏", Role.TENDERER, "招标人", digest("4"))));
        for (int i = 1; i <= BIDS; i++) {
            people.add(new Person(new PersonId("P-BIDDER-" + i), "代表" + i, Role.BIDDER,
                    "第" + i + "建设公司", digest("5" + i)));
        }
        return new OpeningBrief(tender(), people, IntStream.rangeClosed(1, BIDS)
                .mapToObj(i -> receipt(i, NINE.minusSeconds(3_600 - i))).toList());
    }

    static BidSheet sheet(int number) {
        var price = Money.yuan(String.valueOf(10_000_000 + 100_000 * number));
        return new BidSheet(bidder(number), "第" + number + "建设公司", price,
                AmountInWords.of(price), 300, "合格", "李文博", "辽121", Money.yuan("100000"), "保函",
                "");
    }
}
