package venue.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import venue.crypto.Authority;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.crypto.FileToken;
import venue.crypto.KeyEntry;
import venue.crypto.Suite;
import venue.documents.Paper;
import venue.documents.Pdf;
import venue.domain.base.BidderId;
import venue.domain.base.DeviceId;
import venue.domain.base.Digest;
import venue.domain.base.Money;
import venue.domain.base.PersonId;
import venue.domain.base.Points;
import venue.domain.base.Role;
import venue.domain.base.SocialCreditCode;
import venue.domain.base.TenderId;
import venue.domain.evaluation.EvaluationBrief;
import venue.domain.evaluation.EvaluationPlan;
import venue.domain.evaluation.formula.Benchmark;
import venue.domain.evaluation.formula.DeviationFormula;
import venue.domain.evaluation.formula.PriceRule;
import venue.domain.evaluation.ranking.Aggregation;
import venue.domain.evaluation.ranking.ScoreItem;
import venue.domain.evaluation.ranking.TieBreak;
import venue.domain.evaluation.review.ReviewItem;
import venue.domain.opening.Attendance;
import venue.domain.opening.BidFile;
import venue.domain.opening.Cause;
import venue.domain.opening.DecryptionCode;
import venue.domain.record.OpeningRecord;
import venue.domain.tender.BidSheet;
import venue.domain.tender.DrawPlan;
import venue.domain.tender.Organisation;
import venue.domain.tender.Person;
import venue.domain.tender.Regime;
import venue.domain.tender.Tender;
import venue.domain.tender.TenderKind;
import venue.journal.Wire;
import venue.parcel.Parcel;
import venue.workstation.Peers;
import venue.workstation.Station;

/// A small venue in a folder: certificates, five enrolled desks, the package, the handover.
final class TestVenue {

    static final Instant NINE = Instant.parse("2026-11-24T01:00:00Z");
    static final String PIN = "Seat-2026";
    static final TenderId TENDER = new TenderId("A0121110020261123001002");
    private static final List<String> NAMES = List.of("北方远大建工集团有限公司", "沈阳鼎固建设工程有限公司",
            "大连海岳路桥工程有限公司", "鞍山钢城建筑安装有限公司", "营口港湾建设集团有限公司", "锦州凌河市政工程有限公司");
    private static final List<String> PRICES = List.of("54820000.00", "55936000.00", "53275000.00",
            "56348000.00", "57109000.00");

    final Path home;
    final EvaluationBrief brief;
    private final int desks;
    private final Authority authority;
    private final Map<String, Certificate> certificates = new HashMap<>();
    private final List<Certificate> devices = new ArrayList<>();

    /// @param desks how many desks are set up; the room has five seats anyway
    TestVenue(Path home, int desks) {
        this.home = home;
        this.desks = desks;
        var from = NINE.minus(Duration.ofDays(30));
        this.authority = Authority.root(Suite.SM, "演练根证书", from,
                NINE.plus(Duration.ofDays(900)));
        try {
            Files.createDirectories(home.resolve("trust"));
            Files.write(home.resolve("trust/root.crt"), authority.certificate().der().array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var people = List.of(member("P-EXPERT-1", "马振华", Role.EXPERT, "沈阳建筑规划设计院"),
                member("P-EXPERT-2", "韩雪松", Role.EXPERT, "大连海岳路桥工程有限公司（曾任职）"),
                member("P-EXPERT-3", "曹慧敏", Role.EXPERT, "辽宁省交通规划设计院"),
                member("P-EXPERT-4", "邓建平", Role.EXPERT, "东北大学资源与土木工程学院"),
                member("P-TENDERER", "张国栋", Role.TENDERER_MEMBER, "辽河口新区建设投资有限公司"),
                member("P-EXPERT-5", "魏书琴", Role.EXPERT, "锦州市建设工程造价管理站"),
                member("P-HOST", "陈静怡", Role.HOST, "辽河口公共资源交易中心"));
        this.brief = new EvaluationBrief(tender(), plan(), people, IntStream.rangeClosed(1, 5)
                .mapToObj(seat -> new DeviceId("seat-" + seat)).toList());
        enrol();
        writePackage();
    }

    private Person member(String id, String name, Role role, String unit) {
        var entry = issue(name, unit, id);
        KeyEntry.write(token(id), pin(id).toCharArray(), List.of(entry));
        certificates.put(id, entry.certificate());
        return new Person(new PersonId(id), name, role, unit,
                new Digest(entry.certificate().sha256()));
    }

    private KeyEntry issue(String name, String unit, String code) {
        return authority.issue(new Authority.Subject(name, unit, code), Authority.Use.BOTH,
                NINE.minus(Duration.ofDays(20)), NINE.plus(Duration.ofDays(700)));
    }

    Path token(String person) {
        return home.resolve(person + ".p12");
    }

    static String pin(String person) {
        return person + "-pin";
    }

    Path station(int seat) {
        return home.resolve("seat-" + seat);
    }

    private void enrol() {
        var peers = Peers.none();
        var stations = new ArrayList<Station>();
        for (int seat = 1; seat <= desks; seat++) {
            var device = issue("seat-" + seat, "中心", "seat-" + seat);
            devices.add(device.certificate());
            var file = home.resolve("device-" + seat + ".p12");
            KeyEntry.write(file, "device".toCharArray(), List.of(device));
            var station = Station.enrol(station(seat),
                    new Station.Enrolment(new DeviceId("seat-" + seat), Station.Kind.EVALUATION,
                            "第三评标室", seat + " 号席位", Optional.empty(), Optional.of(file), "device",
                            Optional.of(home.resolve("trust"))),
                    PIN.toCharArray());
            stations.add(station);
            peers = peers.with(station);
        }
        for (var station : stations) {
            peers.write(station.dir());
        }
    }

    private void writePackage() {
        try (var sender = FileToken.open(token("P-HOST"), pin("P-HOST").toCharArray())) {
            for (int seat = 1; seat <= desks; seat++) {
                var incoming = Files.createDirectories(station(seat).resolve("work/incoming"));
                Parcel.write(incoming.resolve("evaluation.parcel"),
                        new Parcel.Label("project", TENDER.value(), "评标项目包"),
                        List.of(Parcel.Part.of("brief.json", Wire.write(brief))), sender,
                        List.of(), NINE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The handover as the hall writes it; `subject` is the lot's code when it is right.
    Path handover(String subject) {
        var out = home.resolve("handover-" + subject + ".parcel");
        var parts = new ArrayList<Parcel.Part>();
        var rows = new ArrayList<OpeningRecord.Row>();
        var pdf = bid();
        var sheet = Pdf.render(Paper.titled("开标一览表").paragraph("投标总报价"));
        for (int number = 1; number <= 5; number++) {
            parts.add(Parcel.Part.of(name(number, "technical.pdf"), pdf.array()));
            parts.add(Parcel.Part.of(name(number, "sheet.pdf"), sheet.pdf().array()));
            rows.add(row(number, List.of(
                    new BidFile("technical.pdf", pdf.length(), new Digest(pdf.sha256())),
                    new BidFile("sheet.pdf", sheet.pdf().length(),
                            new Digest(sheet.sha256())))));
        }
        rows.add(unopened());
        var record = new OpeningRecord(1, brief.tender(), List.of(), NINE, NINE, 6, 6, 5, rows,
                List.of(new OpeningRecord.Drawn("K", "评标基准价系数 K", "0.965",
                        List.of("0.960", "0.965", "0.970"), "", NINE, 0)),
                List.of(), List.of(), List.of(), List.of());
        parts.add(Parcel.Part.of("opening.json", Wire.write(record)));
        parts.add(Parcel.Part.of("opening-record.pdf",
                sheet.pdf().array()));
        try (var sender = FileToken.open(token("P-HOST"), pin("P-HOST").toCharArray())) {
            Parcel.write(out, new Parcel.Label("handover", subject, "移交"), parts, sender, devices,
                    NINE);
        }
        return out;
    }

    private static String name(int number, String file) {
        return "bids/" + bidder(number).value() + "/" + file;
    }

    private static Bytes bid() {
        var paper = Paper.titled("施工组织设计");
        for (int page = 1; page <= 4; page++) {
            paper = paper.section("第 " + page + " 章").paragraph("综合管廊主体结构分段流水施工，"
                    + "基坑支护采用钻孔灌注桩加内支撑，监测数据实时上传。").newPage();
        }
        return Pdf.render(paper).pdf();
    }

    static BidderId bidder(int number) {
        var body = "91211100MA0U%05d".formatted(number * 111);
        return new BidderId(body + SocialCreditCode.checkOf(body));
    }

    private static OpeningRecord.Row row(int number, List<BidFile> files) {
        var sheet = new BidSheet(bidder(number), NAMES.get(number - 1),
                Money.yuan(PRICES.get(number - 1)), "大写", number == 3 ? 600 : 530, "合格", "孙立国",
                "辽121060801234", Money.yuan("800000.00"), "银行电子保函", "");
        return new OpeningRecord.Row(number, sheet.bidder(), sheet.bidderName(), NINE, "代表",
                Attendance.Absence.NONE, false, Optional.of(sheet), files, List.of(), "01",
                Optional.empty());
    }

    private static OpeningRecord.Row unopened() {
        return new OpeningRecord.Row(6, bidder(6), NAMES.get(5), NINE, "代表",
                Attendance.Absence.NONE, false, Optional.empty(), List.of(), List.of(), "01",
                Optional.of(new OpeningRecord.StayedSealed(DecryptionCode.WRONG_CERT,
                        Cause.BIDDER, "更换证书", 2, NINE)));
    }

    static Tender tender() {
        return new Tender(TENDER, "A01-91211100MA0UX01K8-20261123-000002-5", "辽河口新区滨海大道综合管廊工程",
                "二标段（K3+200～K6+850）施工", Regime.Z, TenderKind.WORKS,
                new Organisation("辽河口新区建设投资有限公司", "91211100MA0UT01K6"),
                new Organisation("辽宁衡正工程咨询有限公司", "91210100MA0UG01K7"), "第二开标厅", NINE,
                Money.yuan("58600000.00"), 30, 5,
                List.of(new DrawPlan("K", "评标基准价系数 K", List.of("0.960", "0.965", "0.970"))), "合格",
                540, Money.yuan("800000.00"), "Z-2026.1");
    }

    static EvaluationPlan plan() {
        var formula = new DeviationFormula(Points.of("60"), new BigDecimal("2"), BigDecimal.ONE,
                Points.ZERO, Optional.empty(), DeviationFormula.Steps.LINEAR, Optional.of(2));
        return new EvaluationPlan(review(), scoring(), Aggregation.mean(),
                new PriceRule(formula,
                        new Benchmark.DrawnMean(List.of(new Benchmark.Drop(5, 1, 1)), "K"),
                        PriceRule.Scope.PASSED, Optional.of(2), "第三章 2.2.3"),
                List.of(TieBreak.LOWER_PRICE, TieBreak.HIGHER_TECHNICAL), 3,
                new BigDecimal("20"), 30);
    }

    private static List<ReviewItem> review() {
        return List.of(item("X-1", ReviewItem.Kind.FORM, "投标人名称与营业执照、资质证书一致", "R03"),
                item("X-2", ReviewItem.Kind.FORM, "投标函及附录有电子印章或负责人签名", "R01"),
                item("X-3", ReviewItem.Kind.FORM, "报价唯一，无备选方案", "R04"),
                item("Z-1", ReviewItem.Kind.QUALIFICATION, "市政公用工程施工总承包一级及以上资质", "R03"),
                item("Z-2", ReviewItem.Kind.QUALIFICATION, "项目经理为一级注册建造师（市政公用）", "R03"),
                item("Y-1", ReviewItem.Kind.RESPONSE, "投标报价不高于最高投标限价", "R05"),
                item("Y-2", ReviewItem.Kind.RESPONSE, "工期不超过 540 日历天", "R10"),
                item("Y-3", ReviewItem.Kind.RESPONSE, "已标价工程量清单与招标清单一致", "R07"));
    }

    private static ReviewItem item(String id, ReviewItem.Kind kind, String title, String ground) {
        return new ReviewItem(id, kind, title, "第三章 2.1." + id.charAt(2), ground);
    }

    private static List<ScoreItem> scoring() {
        return List.of(score("J-1", ScoreItem.Part.TECHNICAL, "施工总体部署与方案", "8", false),
                score("J-2", ScoreItem.Part.TECHNICAL, "深基坑与主体结构关键工艺", "8", false),
                score("J-3", ScoreItem.Part.TECHNICAL, "质量、安全与文明施工措施", "7", false),
                score("J-4", ScoreItem.Part.TECHNICAL, "进度计划与资源配置", "7", false),
                score("S-1", ScoreItem.Part.BUSINESS, "类似工程业绩（每项 2 分，最高 6 分）", "6", true),
                score("S-2", ScoreItem.Part.BUSINESS, "项目班子配备", "4", false));
    }

    private static ScoreItem score(String id, ScoreItem.Part part, String title, String max,
            boolean objective) {
        return new ScoreItem(id, part, title, Points.ZERO, Points.of(max),
                Points.of(objective ? "2" : "0.5"), objective, "按招标文件第三章评分标准打分");
    }
}
