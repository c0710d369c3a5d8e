package venue.bidopen.screen.prepare;

import java.util.ArrayList;
import java.util.List;

import venue.bidopen.session.HostDesk;
import venue.bidopen.session.Project;
import venue.bidopen.session.Say;
import venue.crypto.TrustList;
import venue.domain.base.Role;
import venue.ui.Chip;
import venue.workstation.HallClock;

/// What is looked at before an opening begins.
///
/// @param checks one line each
public record PrepareSheet(List<Fact> facts, List<Check> checks) {

    /// A fact of the tender.
    public record Fact(String name, String value) {}

    /// Something looked at.
    public record Check(String what, Chip state, String detail) {}

    /// As things stand at `desk`.
    public static PrepareSheet of(HostDesk desk) {
        var project = desk.project();
        return new PrepareSheet(facts(project), checks(desk, project));
    }

    private static List<Fact> facts(Project project) {
        var tender = project.brief().tender();
        return List.of(fact("tender.project", tender.projectName()),
                fact("tender.lot", tender.lotName()), fact("tender.code", tender.id().value()),
                fact("tender.deal", tender.dealCode()),
                fact("tender.tenderer", tender.tenderer().name()),
                fact("tender.agency", tender.agency().name()),
                fact("tender.deadline", Say.time(tender.deadline())),
                fact("tender.ceiling", Say.it("yuan", tender.ceiling().grouped())),
                fact("tender.place", tender.place()),
                fact("tender.windows", Say.it("tender.windows.value",
                        tender.decryptionMinutes(), tender.objectionMinutes())));
    }

    private static Fact fact(String key, String value) {
        return new Fact(Say.it(key), value);
    }

    private static List<Check> checks(HostDesk desk, Project project) {
        var checks = new ArrayList<Check>();
        var known = project.verdict() == TrustList.Verdict.VALID;
        checks.add(new Check(Say.it("check.package"), chip(known),
                Say.it("check.package.detail", project.sender().organisation(),
                        project.sender().holder(), Say.time(project.signedAt()))));
        var staff = List.of(Role.HOST, Role.AGENCY, Role.OPENING_SUPERVISOR, Role.TENDERER);
        var roles = project.brief().people().stream().map(person -> person.role()).toList();
        checks.add(new Check(Say.it("check.people"), chip(roles.containsAll(staff)),
                Say.it("check.people.detail", project.brief().people().size())));
        checks.add(new Check(Say.it("check.seats"), chip(!project.seats().isEmpty()),
                Say.it("check.seats.detail", project.seats().size())));
        var clock = desk.place().station().clock();
        var trusted = clock.trust() == HallClock.Trust.TRUSTED;
        checks.add(new Check(Say.it("check.clock"), chip(trusted),
                Say.it("check.clock." + clock.trust())));
        checks.add(new Check(Say.it("check.journal"), chip(true), Say.it("check.journal.detail",
                desk.healthProperty().get().size(),
                desk.healthProperty().get().fingerprint())));
        checks.add(new Check(Say.it("check.centre"), chip(desk.place().courier().isPresent()),
                Say.it(desk.place().courier().isPresent()
                        ? "check.centre.yes"
                        : "check.centre.no")));
        return List.copyOf(checks);
    }

    private static Chip chip(boolean good) {
        return good ? Chip.ok(Say.it("check.good")) : Chip.warn(Say.it("check.look"));
    }
}
