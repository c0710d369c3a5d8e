package venue.domain.opening;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

import venue.domain.base.Acting;
import venue.domain.base.BidderId;
import venue.domain.base.Decision;
import venue.domain.base.DeviceId;
import venue.domain.base.Digest;
import venue.domain.base.Money;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.base.SocialCreditCode;
import venue.domain.base.TenderId;
import venue.domain.draw.Draw;
import venue.domain.money.AmountInWords;
import venue.domain.tender.BidSheet;
import venue.domain.tender.DrawPlan;
import venue.domain.tender.Organisation;
import venue.domain.tender.Person;
import venue.domain.tender.Receipt;
import venue.domain.tender.Regime;
import venue.domain.tender.Tender;
import venue.domain.tender.TenderKind;

/// An opening in rehearsal for the tests: one state, one clock, everything that happened.
final class Meeting {

    static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    static final PersonId HOST = new PersonId("P-HOST");
    static final PersonId AGENCY = new PersonId("P-AGENCY");
    static final PersonId WATCH = new PersonId("P-SUPERVISOR");
    static final PersonId TENDERER = new PersonId("P-TENDERER");
    static final Acting BY_HOST = new Acting(HOST, "沈主持", Role.HOST, new DeviceId("hall-1"));
    static final Staff STAFF = new Staff(HOST, AGENCY, AGENCY, WATCH);
    static final List<String> PARTIES = List.of("tenderer", "supervisor", "machine");

    final OpeningRules rules = new OpeningRules();
    final List<OpeningEvent> history = new ArrayList<>();
    Opening state = rules.beginning();
    Instant now = NINE.minusSeconds(1800);

    static BidderId bidder(int number) {
        var body = "91210100MA0TEXT" + (char) ('A' + number) + number;
        return new BidderId(body + SocialCreditCode.checkOf(body));
    }

    static Digest digest(int number) {
        return new Digest("%064x".formatted(number));
    }

    static Receipt receipt(int number, Instant at) {
        return new Receipt(bidder(number), "第" + number + "建设公司", at, 1000 + number,
                digest(number), digest(100 + number), "0" + number);
    }

    static OpeningBrief brief(int bids) {
        var tender = new Tender(new TenderId("A2101000001000001001001"), "DEAL", "示范工程", "一标段",
                Regime.Z, TenderKind.WORKS, new Organisation("城建局", "X"),
                new Organisation("代理公司", "Y"), "第一开标厅", NINE, Money.yuan("50000000"), 30, 5,
                List.of(new DrawPlan("K", "下浮系数", List.of("0.95", "0.96", "0.97"))), "合格", 365,
                Money.yuan("500000"), "2026.1");
        var people = new ArrayList<Person>();
        people.add(new Person(HOST, "沈主持", Role.HOST, "中心", digest(901)));
        people.add(new Person(AGENCY, "许记录", Role.AGENCY, "代理公司", digest(902)));
        people.add(new Person(WATCH, "监标", Role.OPENING_SUPERVISOR, "住建局", digest(903)));
        people.add(new Person(TENDERER, "招标人", Role.TENDERER, "城建局", digest(904)));
        for (int i = 1; i <= bids; i++) {
            people.add(new Person(new PersonId("P-BIDDER-" + i), "代表" + i, Role.BIDDER,
                    "第" + i + "建设公司", digest(910 + i)));
        }
        return new OpeningBrief(tender, people, IntStream.rangeClosed(1, bids)
                .mapToObj(i -> receipt(i, NINE.minusSeconds(600 - i))).toList());
    }

    static BidSheet sheet(int number, String price) {
        var amount = Money.yuan(price);
        return new BidSheet(bidder(number), "第" + number + "建设公司", amount,
                AmountInWords.of(amount), 360, "合格", "项目经理", "辽121", Money.yuan("500000"),
                "保函", "");
    }

    static Probes probes(boolean asReceived) {
        return new Probes("01", "01", asReceived, "代表", "");
    }

    Decision<OpeningEvent, OpeningRefusal> ask(OpeningCommand command) {
        return ask(command, BY_HOST);
    }

    Decision<OpeningEvent, OpeningRefusal> ask(OpeningCommand command, Acting who) {
        var decision = rules.decide(state, command, who, now);
        if (decision instanceof Decision.Accepted<OpeningEvent, OpeningRefusal>(var events)) {
            for (var event : events) {
                state = rules.after(state, event);
                history.add(event);
            }
        }
        return decision;
    }

    /// Gives a command that must be lawful.
    Meeting does(OpeningCommand command) {
        if (ask(command) instanceof Decision.Refused<OpeningEvent, OpeningRefusal>(var reason)) {
            throw new AssertionError(command + " was refused: " + reason);
        }
        now = now.plusMillis(10);
        return this;
    }

    Meeting later(Duration by) {
        now = now.plus(by);
        return this;
    }

    /// As far as the published list.
    static Meeting listed(int bids) {
        var meeting = new Meeting();
        meeting.does(new OpeningCommand.Prepare(brief(bids), digest(7)))
                .does(new OpeningCommand.BeginCheckIn());
        for (int i = 1; i <= bids; i++) {
            meeting.does(new OpeningCommand.SignInBidder(bidder(i), "代表" + i, "授权委托书"));
        }
        meeting.now = NINE;
        return meeting.does(new OpeningCommand.CloseSubmission())
                .does(new OpeningCommand.OpenMeeting(STAFF))
                .does(new OpeningCommand.CountBids()).does(new OpeningCommand.PublishList());
    }

    static String nonce(String party) {
        return HexFormat.of().toHexDigits((long) party.hashCode()).repeat(4);
    }

    /// Commitments and dice lie on the table.
    Meeting thrown() {
        does(new OpeningCommand.BeginDraw("K", PARTIES));
        var drawId = state.draw("K").orElseThrow().drawId();
        for (var party : PARTIES) {
            does(new OpeningCommand.CommitNonce("K", party, Draw.commitment(drawId, party,
                    HexFormat.of().parseHex(nonce(party)))));
        }
        var dice = List.of(3, 7, 1, 9);
        return does(new OpeningCommand.RecordDice("K", dice, AGENCY, dice, WATCH));
    }

    Meeting drawn() {
        thrown();
        for (var party : PARTIES) {
            does(new OpeningCommand.RevealNonce("K", party, nonce(party)));
        }
        return does(new OpeningCommand.ConcludeDraw("K"));
    }

    /// Every bid opened but the last one, which is the bidder's own fault.
    static Meeting decrypted(int bids) {
        var meeting = listed(bids).drawn().does(new OpeningCommand.BeginDecryption());
        for (int i = 1; i < bids; i++) {
            meeting.does(handIn(i, "4800000" + i));
        }
        return meeting
                .does(new OpeningCommand.RecordAttempt(bidder(bids), DecryptionCode.WRONG_CERT,
                        probes(true)))
                .does(new OpeningCommand.DecideCause(bidder(bids), Cause.BIDDER, "证书已更换",
                        Bid.BidderView.AGREES))
                .does(new OpeningCommand.CloseDecryption());
    }

    static OpeningCommand.HandInPlainBid handIn(int number, String price) {
        return new OpeningCommand.HandInPlainBid(bidder(number), sheet(number, price),
                List.of(new BidFile("sheet.pdf", 10, digest(50))), probes(true), List.of(),
                "0" + number);
    }

    static Meeting signing(int bids) {
        var meeting = decrypted(bids).does(new OpeningCommand.BeginReadOut());
        for (int i = 1; i < bids; i++) {
            meeting.does(new OpeningCommand.ConfirmReading(bidder(i)));
        }
        return meeting.does(new OpeningCommand.BeginObjections()).later(Duration.ofMinutes(5))
                .does(new OpeningCommand.CloseObjections())
                .does(new OpeningCommand.DraftRecord(digest(70), digest(71)));
    }

    Meeting signed() {
        for (var signer : Signer.waiting(state)) {
            does(sign(signer));
        }
        return this;
    }

    OpeningCommand.SignRecord sign(Signer signer) {
        var certificate = state.known().person(signer.person()).orElseThrow().certificate();
        return new OpeningCommand.SignRecord(signer.duty(), signer.person(), certificate, "0A",
                digest(70), "MIIB");
    }
}
