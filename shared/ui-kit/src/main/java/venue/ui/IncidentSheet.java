package venue.ui;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import venue.workstation.Incident;

/// What the incident screen says, in a clerk's words.
///
/// @param what what was found, with the code
/// @param facts named facts: place, times, what is remembered and what is held
/// @param means what it means for the work at this kind of workstation
/// @param steps what to do, in order
record IncidentSheet(String what, List<Fact> facts, List<String> means, List<String> steps) {

    private static final DateTimeFormatter TIME = DateTimeFormatter
            .ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int STEPS = 5;
    private static final int FILES_MOST = 4;

    /// A named fact.
    record Fact(String name, String value) {}

    IncidentSheet {
        facts = List.copyOf(facts);
        means = List.copyOf(means);
        steps = List.copyOf(steps);
    }

    static IncidentSheet of(Incident incident) {
        var facts = new ArrayList<Fact>();
        var station = incident.station();
        facts.add(new Fact(Say.it("incident.at"), time(incident.at())));
        facts.add(new Fact(Say.it("incident.station"), station.device().value() + "　"
                + station.room() + " " + station.seat()));
        facts.add(new Fact(Say.it("incident.remembered"), incident.remembered()
                .map(known -> Say.it("incident.remembered.known", known.log(), known.size(),
                        JournalCard.brief(known.root()), time(known.written())))
                .orElseGet(() -> Say.it("incident.remembered.nothing"))));
        facts.add(new Fact(Say.it("incident.held"), held(incident)));
        facts.add(new Fact(Say.it("incident.folder"), station.journalFolder().toString()));
        var means = List.of(Say.it("incident.means." + incident.code()),
                Say.it("incident.work." + station.kind()));
        var steps = new ArrayList<String>();
        for (int i = 1; i <= STEPS; i++) {
            steps.add(Say.it("incident.step." + i));
        }
        return new IncidentSheet(
                Say.it("start.trouble", incident.failure().what(), incident.code()), facts, means,
                steps);
    }

    private static String held(Incident incident) {
        if (incident.held().isEmpty()) {
            return Say.it("incident.held.nothing");
        }
        var lines = incident.held().stream().limit(FILES_MOST)
                .map(file -> Say.it("incident.held.file", file.name(), file.bytes(),
                        time(file.changed())))
                .toList();
        return String.join("\n", lines);
    }

    static String time(Instant at) {
        return TIME.format(LocalDateTime.ofInstant(at, WorkstationDoor.HALL));
    }
}
