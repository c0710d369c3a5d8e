package venue.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import venue.crypto.Authority;
import venue.crypto.FileToken;
import venue.crypto.KeyEntry;
import venue.crypto.Suite;
import venue.domain.base.DeviceId;
import venue.domain.base.Digest;
import venue.domain.base.Money;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.base.TenderId;
import venue.domain.tender.Organisation;
import venue.domain.tender.Person;
import venue.domain.tender.Regime;
import venue.domain.tender.Tender;
import venue.domain.tender.TenderKind;
import venue.domain.witness.WitnessBrief;
import venue.journal.Wire;
import venue.parcel.Parcel;
import venue.workstation.Station;

/// A small venue in a folder: certificates, one enrolled witness's desk, its package.
final class TestHall {

    static final Instant NINE = Instant.parse("2026-11-24T01:00:00Z");
    static final String PIN = "Witness-Desk-2026";
    private static final TenderId TENDER = new TenderId("A0121110020261123001002");

    final Path home;
    final WitnessBrief brief;
    private final Authority authority;

    TestHall(Path home) {
        this.home = home;
        this.authority = Authority.root(Suite.RSA, "演练根证书", NINE.minus(Duration.ofDays(30)),
                NINE.plus(Duration.ofDays(900)));
        try {
            Files.createDirectories(home.resolve("trust"));
            Files.write(home.resolve("trust/root.crt"), authority.certificate().der().array());
            this.brief = new WitnessBrief(tender(), List.of(
                    person("P-WITNESS", "林晓雯", Role.WITNESS, "辽河口公共资源交易中心"),
                    person("P-HOST", "陈静怡", Role.HOST, "辽河口公共资源交易中心"),
                    person("P-TENDERER", "张国栋", Role.TENDERER, "辽河口新区建设投资有限公司"),
                    person("P-AGENCY", "赵明远", Role.AGENCY, "辽宁衡正工程咨询有限公司"),
                    person("P-BIDDER-1", "周海涛", Role.BIDDER, "北方远大建工集团有限公司"),
                    person("P-BIDDER-2", "吴志刚", Role.BIDDER, "沈阳鼎固建设工程有限公司")));
            Station.enrol(station(), new Station.Enrolment(new DeviceId("witness-1"),
                    Station.Kind.WITNESS, "见证室", "见证席", Optional.empty(), Optional.empty(), "",
                    Optional.of(home.resolve("trust"))), PIN.toCharArray());
            writePackage();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path station() {
        return home.resolve("witness-1");
    }

    Path token(String person) {
        return home.resolve(person + ".p12");
    }

    static String pin(String person) {
        return person + "-pin";
    }

    private Person person(String id, String name, Role role, String unit) {
        var entry = authority.issue(new Authority.Subject(name, unit, id), Authority.Use.BOTH,
                NINE.minus(Duration.ofDays(20)), NINE.plus(Duration.ofDays(700)));
        KeyEntry.write(token(id), pin(id).toCharArray(), List.of(entry));
        return new Person(new PersonId(id), name, role, unit,
                new Digest(entry.certificate().sha256()));
    }

    private void writePackage() throws IOException {
        try (var sender = FileToken.open(token("P-HOST"), pin("P-HOST").toCharArray())) {
            var incoming = Files.createDirectories(station().resolve("work/incoming"));
            Parcel.write(incoming.resolve("project.parcel"),
                    new Parcel.Label("project", TENDER.value(), "见证项目包"),
                    List.of(Parcel.Part.of("brief.json", Wire.write(brief))), sender, List.of(),
                    NINE);
        }
    }

    private static Tender tender() {
        return new Tender(TENDER, "A01-91211100MA0UX01K8-20261123-000002-5", "辽河口新区滨海大道综合管廊工程",
                "二标段（K3+200～K6+850）施工", Regime.Z, TenderKind.WORKS,
                new Organisation("辽河口新区建设投资有限公司", "91211100MA0UT01K6"),
                new Organisation("辽宁衡正工程咨询有限公司", "91210100MA0UG01K7"), "第二开标厅", NINE,
                Money.yuan("58600000.00"), 30, 5, List.of(), "合格", 540,
                Money.yuan("800000.00"), "Z-2026.1");
    }
}
