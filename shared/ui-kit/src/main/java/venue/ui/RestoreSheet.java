package venue.ui;

import java.util.List;
import venue.journal.Restoration;

/// What would be carried over into the new generation, and what would be missing.
///
/// @param facts named facts
/// @param lost what is missing then and where it can come back from; says so when nothing is
record RestoreSheet(List<IncidentSheet.Fact> facts, String lost) {

    RestoreSheet {
        facts = List.copyOf(facts);
    }

    static RestoreSheet of(Restoration plan) {
        long missing = Math.max(0, plan.remembered() - plan.size());
        return new RestoreSheet(List.of(
                fact("restore.log", Say.it("restore.log.pair", plan.before(), plan.next())),
                fact("restore.size", Say.it("restore.entries", plan.size())),
                fact("restore.root", JournalCard.brief(plan.root().hex())),
                fact("restore.remembered", plan.remembered() == 0
                        ? Say.it("incident.remembered.nothing")
                        : Say.it("restore.entries", plan.remembered())),
                fact("restore.finding", plan.finding())),
                lost(plan.remembered(), missing));
    }

    private static String lost(long remembered, long missing) {
        if (missing > 0) {
            return Say.it("restore.lost", missing);
        }
        return Say.it(remembered > 0 ? "restore.lost.nothing" : "restore.lost.unknown");
    }

    private static IncidentSheet.Fact fact(String key, String value) {
        return new IncidentSheet.Fact(Say.it(key), value);
    }
}
