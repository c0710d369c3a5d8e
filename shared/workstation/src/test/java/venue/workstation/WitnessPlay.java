package venue.workstation;

import static venue.workstation.Play.one;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import venue.domain.base.Acting;
import venue.domain.base.DeviceId;
import venue.domain.base.Digest;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.base.Rules;
import venue.domain.witness.Catalogue;
import venue.domain.witness.CheckResult;
import venue.domain.witness.Checklist;
import venue.domain.witness.CustodyAct;
import venue.domain.witness.Delivery;
import venue.domain.witness.ExhibitId;
import venue.domain.witness.ExhibitKind;
import venue.domain.witness.ExhibitOrigin;
import venue.domain.witness.IncidentId;
import venue.domain.witness.NoticeForm;
import venue.domain.witness.Subject;
import venue.domain.witness.Watch;
import venue.domain.witness.WatchStage;
import venue.domain.witness.WitnessBrief;
import venue.domain.witness.WitnessCommand;
import venue.domain.witness.WitnessCommand.*;
import venue.domain.witness.WitnessEvent;
import venue.domain.witness.WitnessRefusal;
import venue.domain.witness.WitnessRules;

/// Plays days of witnesses.
final class WitnessPlay implements Play<Watch, WitnessCommand, WitnessEvent, WitnessRefusal> {

    private static final int REPORTS = 2;

    @Override
    public Rules<Watch, WitnessCommand, WitnessEvent, WitnessRefusal> rules() {
        return new WitnessRules(new WitnessBrief(Roles.tender(), List.of()));
    }

    @Override
    public Class<WitnessEvent> family() {
        return WitnessEvent.class;
    }

    @Override
    public boolean isOver(Watch state) {
        return state.reports().size() >= REPORTS;
    }

    @Override
    public Move<WitnessCommand> any(Watch state, RandomGenerator random, DeviceId desk,
            Instant now) {
        var role = random.nextInt(20) == 0 ? Role.HOST : Role.WITNESS;
        var command = switch (random.nextInt(3)) {
            case 0 -> stage(state, random);
            case 1 -> incident(state, random, now);
            default -> evidence(state, random, now);
        };
        return new Move<>(command, new Acting(new PersonId("P-WITNESS"), "见证员", role, desk));
    }

    private static WitnessCommand stage(Watch state, RandomGenerator random) {
        var stage = one(random, WatchStage.OTHER, WatchStage.ENTRY);
        var items = Checklist.of(state.open().isEmpty() ? stage : state.open().getFirst());
        var item = random.nextInt(20) == 0
                ? "XX-99"
                : items.get(random.nextInt(items.size())).code();
        return switch (random.nextInt(9)) {
            case 0 -> new BeginStage(stage, one(random, "开标一室", " "));
            case 1 -> new EndStage(stage, "过程平稳");
            case 2 -> new NoteLog(stage, one(random, "监标人核对解密结果", "", "构成犯罪"));
            case 3 -> random.nextBoolean()
                    ? new SignReport("JZ-1", Roles.digest("r"), Roles.digest("s"),
                            Roles.digest("t"))
                    : new EndStage(stage, "");
            default -> new CheckOff(item, one(random, CheckResult.values()), one(random, "", "补签"),
                    random.nextInt(5) == 0 ? List.of(exhibit(state, random)) : List.of(),
                    random.nextInt(4) == 0 ? Optional.of("误记") : Optional.empty());
        };
    }

    private static IncidentId incident(Watch state, RandomGenerator random) {
        var ids = new ArrayList<>(state.incidents().keySet());
        ids.add(new IncidentId("J999-nowhere"));
        return ids.get(random.nextInt(ids.size()));
    }

    private static ExhibitId exhibit(Watch state, RandomGenerator random) {
        var ids = new ArrayList<>(state.exhibits().keySet());
        ids.add(new ExhibitId("E999-nowhere"));
        return ids.get(random.nextInt(ids.size()));
    }

    private static WitnessCommand incident(Watch state, RandomGenerator random, Instant now) {
        var entry = Catalogue.entries().get(random.nextInt(Catalogue.entries().size()));
        var id = incident(state, random);
        return switch (random.nextInt(state.incidents().size() < 4 ? 0 : 1, 9)) {
            case 0 -> new RecordIncident(entry.code(),
                    new Subject(entry.kind(), one(random, "大连海岳路桥工程有限公司", ""), ""),
                    now.plusSeconds(random.nextInt(-600, 60)), "开标一室", "当场大声干扰唱标");
            case 1, 2 -> new NotifySubject(id, one(random, NoticeForm.values()), "请遵守开标纪律",
                    maybe(random, "notice"));
            case 3, 4 -> new EnterDelivery(id, one(random, Delivery.values()), "孙晓梅",
                    one(random, "", "已知悉"), maybe(random, "signature"));
            case 5 -> new CloseIncident(id, "经提示已改正");
            case 6 -> random.nextInt(3) > 0
                    ? new CloseIncident(id, "经提示已改正")
                    : new Escalate(id, worse(state, id, random), "再次出现");
            case 7 -> new InformDepartment(id, "住房和城乡建设部门", Roles.digest("p"),
                    Roles.digest("e"));
            default -> random.nextBoolean()
                    ? new EnterReceipt(id, "孙晓梅", "沈建招签〔2026〕12号")
                    : new NoteFollowUp(id, one(random, "已立案调查", ""));
        };
    }

    /// Another code for the same kind of subject.
    private static String worse(Watch state, IncidentId id, RandomGenerator random) {
        var entries = state.incident(id).map(known -> Catalogue.of(known.subject().kind()))
                .orElse(Catalogue.entries());
        return entries.get(random.nextInt(entries.size())).code();
    }

    private static Optional<Digest> maybe(RandomGenerator random, String of) {
        return random.nextBoolean() ? Optional.of(Roles.digest(of)) : Optional.empty();
    }

    private static WitnessCommand evidence(Watch state, RandomGenerator random, Instant now) {
        var id = exhibit(state, random);
        var of = random.nextBoolean()
                ? Optional.of(incident(state, random))
                : Optional.<IncidentId>empty();
        return switch (random.nextInt(state.exhibits().size() < 9 ? 0 : 1, 5)) {
            case 0 -> new BeginCapture(of, one(random, ExhibitKind.values()),
                    one(random, ExhibitOrigin.values()), one(random, "全景照片", ""),
                    new WitnessEvent.Source("witness-1", "SN-1", "a.png"), "开标一室",
                    now.minusSeconds(random.nextInt(60)), Optional.of("佟监"), "5a".repeat(32));
            case 1, 2 -> new EndCapture(id, 12, Roles.digest("x" + random.nextInt(3)),
                    Roles.digest("y"), "image/png");
            case 3 -> new RecoverCapture(id, random.nextBoolean(), "原始文件完整");
            default -> new EnterCustody(id, one(random, CustodyAct.values()), "佟监", "移交",
                    random.nextInt(4) > 0, maybe(random, "giver"), maybe(random, "taker"),
                    random.nextBoolean() ? Optional.of("需先请示") : Optional.empty());
        };
    }
}
