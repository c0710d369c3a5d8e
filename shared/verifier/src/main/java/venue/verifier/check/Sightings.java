package venue.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import venue.crypto.Bytes;
import venue.verifier.read.Json;
import venue.verifier.read.LogFolder;
import venue.verifier.read.Tree;

/// V216: what a workstation saw of another's log (所见) is the beginning of that log as it lies here.
/// A history that was cut or written anew at one desk is found from the others.
final class Sightings {

    private final Probe probe;
    private final Map<String, Bytes> roots = new TreeMap<>();

    Sightings(Probe probe) {
        this.probe = probe;
    }

    void run() {
        boolean any = false;
        for (var log : probe.dossier().logs()) {
            for (var row : log.rows()) {
                if (row.leaf().type().startsWith("session.") && row.payload().isPresent()) {
                    var fact = Json.read(row.payload().get().array()).path("fact");
                    for (var seen : fact.path("seen")) {
                        any |= compare(seen, log.name() + " #" + row.leaf().seq());
                    }
                }
            }
        }
        if (!any) {
            probe.nothingToDo();
        }
    }

    private boolean compare(JsonNode seen, String place) {
        var origin = seen.path("origin");
        var log = log(origin.path("device").asText(), origin.path("generation").asInt());
        long size = seen.path("size").asLong();
        log.ifPresent(found -> probe.check(
                size >= 0 && size <= found.rows().size()
                        && root(found, Math.toIntExact(size)).base64()
                                .equals(seen.path("root").asText()),
                place, "sighting", found.name(), size));
        return log.isPresent();
    }

    private Optional<LogFolder> log(String device, int generation) {
        return probe.dossier().logs().stream().filter(
                log -> log.device().equals(device) && log.generation() == generation).findFirst();
    }

    private Bytes root(LogFolder log, int size) {
        return roots.computeIfAbsent(log.name() + " " + size,
                _ -> Tree.SHA256.root(log.leaves().subList(0, size)));
    }
}
