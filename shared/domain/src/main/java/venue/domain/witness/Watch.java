package venue.domain.witness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import venue.domain.witness.WitnessEvent.ItemChecked;
import venue.domain.witness.WitnessEvent.LogNoted;
import venue.domain.witness.WitnessEvent.WitnessReportSigned;

/// Everything a witness has written about one tender (见证过程).
///
/// @param stages those that began, in that order
/// @param checks per line of the checklist, all results in order; the last one counts
/// @param reports signed witness reports, first the main one, then supplements
public record Watch(Map<WatchStage, Span> stages, Map<String, List<ItemChecked>> checks,
        List<LogNoted> log, Map<IncidentId, Incident> incidents, Map<ExhibitId, Exhibit> exhibits,
        List<WitnessReportSigned> reports) {

    /// When a stage was watched, and where.
    ///
    /// @param summary written at its end
    public record Span(String place, Instant from, Optional<Instant> until, String summary) {}

    /// Nothing has happened.
    public static final Watch NOTHING = new Watch(Map.of(), Map.of(), List.of(), Map.of(), Map.of(),
            List.of());

    public Watch {
        stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
        checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
        log = List.copyOf(log);
        incidents = Collections.unmodifiableMap(new LinkedHashMap<>(incidents));
        exhibits = Collections.unmodifiableMap(new LinkedHashMap<>(exhibits));
        reports = List.copyOf(reports);
    }

    /// Whether this stage is being watched now.
    public boolean isOpen(WatchStage stage) {
        var span = stages.get(stage);
        return span != null && span.until().isEmpty();
    }

    /// Whether this stage was watched and is over.
    public boolean isEnded(WatchStage stage) {
        var span = stages.get(stage);
        return span != null && span.until().isPresent();
    }

    /// The stages being watched now.
    public List<WatchStage> open() {
        return stages.keySet().stream().filter(this::isOpen).toList();
    }

    /// The stage that a new finding belongs to: the newest open one, else 其他.
    public WatchStage current() {
        var open = open();
        return open.isEmpty() ? WatchStage.OTHER : open.getLast();
    }

    /// The result that counts for a line of the checklist.
    public Optional<ItemChecked> result(String item) {
        return Optional.ofNullable(checks.get(item)).map(List::getLast);
    }

    /// The lines of a stage that have no result.
    public List<CheckItem> unchecked(WatchStage stage) {
        return Checklist.of(stage).stream().filter(item -> !checks.containsKey(item.code()))
                .toList();
    }

    /// A finding by its number.
    public Optional<Incident> incident(IncidentId id) {
        return Optional.ofNullable(incidents.get(id));
    }

    /// A piece of evidence by its number.
    public Optional<Exhibit> exhibit(ExhibitId id) {
        return Optional.ofNullable(exhibits.get(id));
    }

    /// The evidence of one finding.
    public List<Exhibit> exhibitsOf(IncidentId id) {
        return exhibits.values().stream()
                .filter(exhibit -> exhibit.begun().incident().filter(id::equals).isPresent())
                .toList();
    }

    /// Captures that an earlier run left unfinished.
    public List<Exhibit> unfinished() {
        return exhibits.values().stream().filter(Exhibit::isRunning).toList();
    }

    Watch with(WatchStage stage, Span span) {
        return new Watch(put(stages, stage, span), checks, log, incidents, exhibits, reports);
    }

    Watch with(ItemChecked event) {
        var results = longer(checks.getOrDefault(event.item(), List.of()), event);
        return new Watch(stages, put(checks, event.item(), results), log, incidents, exhibits,
                reports);
    }

    Watch with(LogNoted event) {
        return new Watch(stages, checks, longer(log, event), incidents, exhibits, reports);
    }

    Watch with(Incident incident) {
        return new Watch(stages, checks, log, put(incidents, incident.id(), incident), exhibits,
                reports);
    }

    Watch with(Exhibit exhibit) {
        return new Watch(stages, checks, log, incidents, put(exhibits, exhibit.id(), exhibit),
                reports);
    }

    Watch with(WitnessReportSigned event) {
        return new Watch(stages, checks, log, incidents, exhibits, longer(reports, event));
    }

    private static <K, V> Map<K, V> put(Map<K, V> map, K key, V value) {
        var copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        return copy;
    }

    private static <T> List<T> longer(List<T> list, T last) {
        var copy = new ArrayList<>(list);
        copy.add(last);
        return List.copyOf(copy);
    }
}
