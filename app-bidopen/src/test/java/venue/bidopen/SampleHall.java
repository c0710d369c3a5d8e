package venue.bidopen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import venue.crypto.Authority;
import venue.crypto.BidBackup;
import venue.crypto.Certificate;
import venue.crypto.FileToken;
import venue.crypto.Hashes;
import venue.crypto.KeyEntry;
import venue.crypto.Progress;
import venue.crypto.RescueCode;
import venue.crypto.SealedBid;
import venue.crypto.Suite;
import venue.crypto.threshold.KeyPlan;
import venue.crypto.threshold.Office;
import venue.crypto.threshold.Remedy;
import venue.crypto.threshold.SignedPlan;
import venue.domain.base.BidderId;
import venue.domain.base.DeviceId;
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
import venue.journal.Wire;
import venue.parcel.Parcel;
import venue.ui.FileChoice;
import venue.ui.Launch;
import venue.workstation.Station;

/// A hall made for one test: authorities, people, four bidders with sealed bids, a project package,
/// an enrolled station. The fourth bidder's certificate was replaced after sealing.
final class SampleHall {

    static final String STATION_PIN = "Station-2026";
    static final String PIN = "Pin-2026";
    static final int BIDDERS = 4;
    static final Instant NINE = Instant.parse("2026-11-24T01:00:00Z");
    static final TenderId TENDER = new TenderId("A2106000000000100001001");

    final Path home;
    final Chooser files = new Chooser();
    /// The fourth bidder's.
    final RescueCode rescueCode = RescueCode.fresh();
    Instant now = NINE.minusSeconds(900);
    private final Authority authority;
    private final List<Person> people = new ArrayList<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private final KeyPlan plan;

    /// Answers every question for a file with the same one.
    static final class Chooser implements FileChoice {

        private @Nullable Path answer;

        void set(Path file) {
            answer = file;
        }

        @Override
        public Optional<Path> open(String title, List<String> endings) {
            return Optional.ofNullable(answer);
        }

        @Override
        public Optional<Path> save(String title, String suggestedName) {
            return Optional.ofNullable(answer);
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.ofNullable(answer);
        }
    }

    SampleHall(Path home) {
        this(home, BIDDERS);
    }

    SampleHall(Path home, int bidders) {
        this.home = home;
        this.authority = Authority.root(Suite.SM, "北方商用密码认证中心", day(-900), day(900));
        try {
            Files.createDirectories(home.resolve("trust"));
            Files.createDirectories(home.resolve("bids"));
            Files.writeString(home.resolve("trust/root.crt"), authority.certificate().pem());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        person("P-HOST", "陈静怡", "丹东市公共资源交易中心", Role.HOST);
        person("P-AGENCY", "刘子航", "辽宁衡正工程咨询有限公司", Role.AGENCY);
        person("P-TENDERER", "张国栋", "丹东市城市建设投资有限公司", Role.TENDERER);
        person("P-SUPERVISOR", "高明远", "丹东市住房和城乡建设局", Role.OPENING_SUPERVISOR);
        plan = plan();
        for (int i = 1; i <= bidders; i++) {
            seal(i);
        }
        var seat = token("seat-1", "seat-1", "丹东市公共资源交易中心", "seat-1");
        pack("project.parcel", "project", Wire.write(brief()), seat);
        if (bidders == BIDDERS) {
            token("bidder-" + BIDDERS, representative(BIDDERS), name(BIDDERS),
                    code(BIDDERS).value());
        }
        Station.enrol(station(), new Station.Enrolment(new DeviceId("hall-1"),
                Station.Kind.BIDOPEN, "第一开标厅", "主持席", Optional.empty(), Optional.empty(), "",
                Optional.of(home.resolve("trust"))), STATION_PIN.toCharArray());
    }

    Launch launch() {
        InstantSource clock = () -> now;
        return Launch.of(station()).at(clock).choosing(files).asRehearsal();
    }

    Path station() {
        return home.resolve("hall-1");
    }

    Path token(String stem) {
        return home.resolve(stem + ".p12");
    }

    Path project() {
        return home.resolve("project.parcel");
    }

    Path bid(int number) {
        return home.resolve("bids/bidder-" + number + ".ebid");
    }

    static BidderId code(int number) {
        var body = "91210600MA0UA" + (char) ('A' + number) + number + "K0";
        return new BidderId(body + SocialCreditCode.checkOf(body));
    }

    static String name(int number) {
        return List.of("北方远大建工集团有限公司", "沈阳鼎固建设工程有限公司", "大连海岳路桥工程有限公司",
                "锦州凌河市政工程有限公司").get(number - 1);
    }

    static String representative(int number) {
        return List.of("赵德明", "钱宏伟", "孙晓梅", "吴建华").get(number - 1);
    }

    private OpeningBrief brief() {
        var tender = new Tender(TENDER, "A01-91210600MA0UX01K8-20261124-000001-X",
                "丹东市鸭绿江大道改造工程", "施工一标段", Regime.Z, TenderKind.WORKS,
                new Organisation("丹东市城市建设投资有限公司", "91210600MA0UT01K6"),
                new Organisation("辽宁衡正工程咨询有限公司", "91210100MA0UG01K7"),
                "丹东市公共资源交易中心 第一开标厅", NINE, Money.yuan("58600000"), 30, 5,
                List.of(new DrawPlan("K", "评标基准价系数 K",
                        List.of("0.950", "0.955", "0.960", "0.965", "0.970", "0.975",
                                "0.980"))),
                "合格", 540, Money.yuan("800000"), "Z-2026.1");
        return new OpeningBrief(tender, people, receipts);
    }

    Path pack(String file, String kind, byte[] brief, @Nullable Certificate seat) {
        var out = home.resolve(file);
        var parts = new ArrayList<>(List.of(Parcel.Part.of("brief.json", brief)));
        if (seat != null) {
            parts.add(Parcel.Part.of("seats/seat-1.crt", seat.pem().getBytes(
                    StandardCharsets.US_ASCII)));
        }
        try (var agency = FileToken.open(token("p-agency"), PIN.toCharArray())) {
            parts.add(Parcel.Part.of(KeyPlan.FILE,
                    SignedPlan.sign(plan, agency, day(-20)).array()));
            Parcel.write(out, new Parcel.Label(kind, TENDER.value(), "丹东市鸭绿江大道改造工程施工一标段"),
                    parts, agency, List.of(), NINE.minusSeconds(86_400));
        }
        return out;
    }

    /// Three of five, the centre or the supervisor among them.
    private KeyPlan plan() {
        return KeyPlan.deal(new KeyPlan.Order(TENDER.value(), "辽宁衡正工程咨询有限公司", NINE, 3, 1,
                Set.of(Remedy.values()),
                List.of(seat(Office.CENTRE, token("centre", "centre", "丹东市公共资源交易中心", "C1")),
                        seat(Office.HALL, holder("p-host")),
                        seat(Office.AGENCY, holder("p-agency")),
                        seat(Office.SUPERVISOR, holder("p-supervisor")),
                        seat(Office.WITNESS,
                                token("witness", "林晓雯", "丹东市公共资源交易中心", "W1")))),
                day(-20));
    }

    private static KeyPlan.Seat seat(Office office, Certificate certificate) {
        return new KeyPlan.Seat(office, certificate, certificate,
                office == Office.CENTRE || office == Office.SUPERVISOR);
    }

    private Certificate holder(String stem) {
        try (var token = FileToken.open(token(stem), PIN.toCharArray())) {
            return token.encryption();
        }
    }

    private void seal(int number) {
        var certificate = token("bidder-" + number, representative(number), name(number),
                code(number).value());
        people.add(new Person(new PersonId("P-BIDDER-" + number), representative(number),
                Role.BIDDER, name(number), new Digest(certificate.sha256())));
        var price = Money.yuan(number == 3 ? "58600000.50" : "5" + number + "820000.35");
        var sheet = new BidSheet(code(number), name(number), price, AmountInWords.of(price), 530,
                "合格", "孙立国", "辽12106080123" + number, Money.yuan("800000"), "银行电子保函", "");
        var plain = home.resolve("plain-" + number);
        try (var token = FileToken.open(token("bidder-" + number), PIN.toCharArray())) {
            Parcel.write(plain, new Parcel.Label("bid", TENDER.value(), name(number)),
                    List.of(Parcel.Part.of("letter.pdf", new byte[2000]),
                            Parcel.Part.of("sheet.pdf", new byte[1000]),
                            Parcel.Part.of("sheet.json", Wire.write(sheet)),
                            Parcel.Part.of("technical.pdf", new byte[200_000]),
                            Parcel.Part.of("bill.csv", "编码,名称\n".getBytes(
                                    StandardCharsets.UTF_8))),
                    token, List.of(), NINE.minusSeconds(7200));
        }
        SealedBid.seal(plain, bid(number), new SealedBid.Header(TENDER.value(), "",
                code(number).value(), name(number), NINE.minusSeconds(7200)), certificate,
                plan.certificate(), Suite.SM,
                new SealedBid.Remedies(
                        number == BIDDERS ? Optional.of(rescueCode) : Optional.empty(),
                        Optional.of(BidBackup.write(plain, home.resolve(number + ".bak")))),
                Progress.NONE);
        var sums = Hashes.both(bid(number));
        receipts.add(new Receipt(code(number), name(number), NINE.minusSeconds(3600 - number),
                sums.size(), new Digest(sums.sha256()), new Digest(sums.sm3()),
                certificate.serialHex()));
    }

    private void person(String id, String name, String unit, Role role) {
        var certificate = token(id.toLowerCase(Locale.ROOT), name, unit, id);
        people.add(new Person(new PersonId(id), name, role, unit,
                new Digest(certificate.sha256())));
    }

    private Certificate token(String stem, String holder, String unit, String code) {
        var entry = authority.issue(new Authority.Subject(holder, unit, code), Authority.Use.BOTH,
                day(-100), day(300));
        KeyEntry.write(token(stem), PIN.toCharArray(), List.of(entry));
        return entry.certificate();
    }

    private static Instant day(int days) {
        return NINE.plus(Duration.ofDays(days));
    }
}
