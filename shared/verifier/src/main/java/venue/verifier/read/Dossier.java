package venue.verifier.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import venue.domain.base.Fact;
import venue.domain.evaluation.Evaluation;
import venue.domain.evaluation.EvaluationBrief;
import venue.domain.evaluation.EvaluationEvent;
import venue.domain.evaluation.EvaluationRules;
import venue.domain.opening.Opening;
import venue.domain.opening.OpeningBrief;
import venue.domain.opening.OpeningEvent;
import venue.domain.opening.OpeningRules;
import venue.domain.record.EvaluationReport;
import venue.domain.record.OpeningRecord;
import venue.domain.witness.WitnessEvent;

/// An archive read as the story it tells: the logs, their facts in the agreed order, the opening
/// and the evaluation replayed by the pure rules.
public final class Dossier {

    private static final Map<String, Class<?>> KINDS = kinds();

    private final ArchiveFile archive;
    private final Map<String, Object> known = new HashMap<>();

    public Dossier(ArchiveFile archive) {
        this.archive = archive;
    }

    private static Map<String, Class<?>> kinds() {
        var kinds = new HashMap<String, Class<?>>();
        Map.of("opening", OpeningEvent.class, "evaluation", EvaluationEvent.class, "witness",
                WitnessEvent.class)
                .forEach((prefix, family) -> Form.members(family)
                        .forEach((name, member) -> kinds.put(prefix + "." + name, member)));
        return kinds;
    }

    /// The file itself.
    public ArchiveFile archive() {
        return archive;
    }

    /// The logs.
    @SuppressWarnings("unchecked")
    public List<LogFolder> logs() {
        return (List<LogFolder>) once("logs", () -> LogFolder.names(archive).stream()
                .map(name -> LogFolder.read(archive, name)).toList());
    }

    /// All facts whose content is disclosed, in the agreed order of all devices.
    @SuppressWarnings("unchecked")
    public List<Entry> entries() {
        return (List<Entry>) once("entries", this::readEntries);
    }

    private List<Entry> readEntries() {
        var entries = new ArrayList<Entry>();
        for (var log : logs()) {
            for (var row : log.rows()) {
                fact(row).ifPresent(
                        fact -> entries.add(new Entry(log.name(), log.device(), row.leaf(), fact)));
            }
        }
        entries.sort(Entry.ORDER);
        return List.copyOf(entries);
    }

    private static Optional<Fact> fact(LogFolder.Row row) {
        var type = KINDS.get(row.leaf().type());
        if (type == null || row.payload().isEmpty()) {
            return Optional.empty();
        }
        var node = Json.read(row.payload().get().array()).path("fact");
        return Optional.of((Fact) Form.read(node, type));
    }

    /// The facts of one family, in order.
    public <T extends Fact> List<T> facts(Class<T> family) {
        return entries().stream().map(Entry::fact).filter(family::isInstance).map(family::cast)
                .toList();
    }

    /// The entries of one kind of fact, in order.
    public List<Entry> entries(Class<? extends Fact> kind) {
        return entries().stream().filter(entry -> kind.isInstance(entry.fact())).toList();
    }

    /// What the hall knew before.
    public OpeningBrief openingBrief() {
        return json("tender/opening-brief.json", OpeningBrief.class);
    }

    /// What the committee's desks knew before.
    public EvaluationBrief evaluationBrief() {
        return json("tender/evaluation-brief.json", EvaluationBrief.class);
    }

    /// The opening record's facts as filed.
    public OpeningRecord openingRecord() {
        return json("opening/record.json", OpeningRecord.class);
    }

    /// The evaluation report's facts as filed.
    public EvaluationReport report() {
        return json("evaluation/report.json", EvaluationReport.class);
    }

    private <T> T json(String name, Class<T> type) {
        return type.cast(once(name, () -> {
            try {
                return Form.read(archive.bytes(name), type);
            } catch (Unreadable e) {
                throw new Unreadable(name + ": " + e.what(), e);
            }
        }));
    }

    /// The opening, replayed.
    public Opening opening() {
        return (Opening) once("opening", () -> {
            var rules = new OpeningRules();
            var state = rules.beginning();
            for (var event : facts(OpeningEvent.class)) {
                state = rules.after(state, event);
            }
            if (state.brief().isEmpty()) {
                throw new Absent("opening");
            }
            return state;
        });
    }

    /// The evaluation, replayed.
    public Evaluation evaluation() {
        return (Evaluation) once("evaluation", () -> {
            var rules = new EvaluationRules(evaluationBrief());
            var state = rules.beginning();
            for (var event : facts(EvaluationEvent.class)) {
                state = rules.after(state, event);
            }
            return state;
        });
    }

    /// Computes a thing once; what the rules cannot digest becomes a reason.
    private Object once(String name, Supplier<Object> work) {
        var before = known.get(name);
        if (before instanceof RuntimeException e) {
            throw e;
        }
        if (before != null) {
            return before;
        }
        try {
            var made = work.get();
            known.put(name, made);
            return made;
        } catch (Absent | Unreadable e) {
            known.put(name, e);
            throw e;
        } catch (IllegalArgumentException | IllegalStateException | NoSuchElementException
                | ArithmeticException | IndexOutOfBoundsException e) {
            var failure = new Unreadable(name + ": " + e.getMessage(), e);
            known.put(name, failure);
            throw failure;
        }
    }
}
