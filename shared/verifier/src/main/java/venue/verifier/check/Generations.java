package venue.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.domain.base.PersonId;
import venue.verifier.VerifierKey;
import venue.verifier.read.Checkpoint;
import venue.verifier.read.Json;
import venue.verifier.read.LogFolder;
import venue.verifier.read.Tree;

/// V214: a log that follows another one (新一代日志) begins by saying which, how far that one was
/// carried over, and who approved it: two persons, each with a token of their own.
final class Generations {

    private static final String BEGUN = "session.generation-begun";
    private static final int APPROVALS = 2;

    private final Probe probe;
    private final Consent consent;

    Generations(Probe probe) {
        this.probe = probe;
        this.consent = new Consent(probe, new Papers(probe));
    }

    void run() {
        boolean any = false;
        for (var log : probe.dossier().logs()) {
            for (var row : log.rows()) {
                boolean begun = row.leaf().type().equals(BEGUN);
                boolean must = row.leaf().seq() == 0 && log.generation() > 1;
                if (begun || must) {
                    any = true;
                    var place = log.name() + " #" + row.leaf().seq();
                    if (probe.check(begun && must && row.payload().isPresent(), place,
                            "generation-begun")) {
                        beginning(log, row, place);
                    }
                }
            }
        }
        if (!any) {
            probe.nothingToDo();
        }
    }

    private void beginning(LogFolder log, LogFolder.Row row, String place) {
        var fact = Json.read(row.payload().orElseThrow().array()).path("fact");
        var before = fact.path("before");
        int generation = before.path("generation").asInt();
        probe.check(before.path("device").asText().equals(log.device()) && generation >= 1
                && generation < log.generation(), place, "generation-before", before);
        log(log.device(), generation).ifPresent(found -> carried(found, place,
                fact.path("size").asLong(), Bytes.fromBase64(fact.path("root").asText())));
        if (!fact.path("note").asText().isEmpty()) {
            known(log, place, Checkpoint.parse(fact.path("note").asText()));
        }
        approvals(log, fact, place);
    }

    private Optional<LogFolder> log(String device, int generation) {
        return probe.dossier().logs().stream().filter(
                log -> log.device().equals(device) && log.generation() == generation).findFirst();
    }

    /// The archive's own log before has the entries that were carried over.
    private void carried(LogFolder before, String place, long size, Bytes root) {
        probe.check(holds(before, size, root), place, "generation-root", before.name(), size);
    }

    private static boolean holds(LogFolder log, long size, Bytes root) {
        return size >= 0 && size <= log.rows().size() && Tree.SHA256
                .root(log.leaves().subList(0, Math.toIntExact(size))).equals(root);
    }

    /// The furthest checkpoint that the workstation remembered: signed by its key, and the
    /// archive's log, from the disk or from the centre, is as long. Another root below is no
    /// failure: a disk that was put back has signed a session of its own when that is found out.
    private void known(LogFolder log, String place, Checkpoint note) {
        var stem = log.origin(Tree.SHA256);
        var device = stem.substring(0, stem.lastIndexOf('/') + 2);
        var key = probe.trust().log(stem).or(log::key).map(VerifierKey::key);
        probe.check(note.origin().startsWith(device) && key.isPresent() && note.isSignedBy(
                new VerifierKey(note.origin(), VerifierKey.ED25519, key.get())), place,
                "generation-note");
        probe.dossier().logs().stream()
                .filter(other -> other.origin(Tree.SHA256).equals(note.origin())).findFirst()
                .ifPresent(other -> probe.check(note.size() <= other.rows().size(), place,
                        "generation-lost", other.name(), note.size(), other.rows().size()));
    }

    private void approvals(LogFolder log, JsonNode fact, String place) {
        var statement = statement(log, fact).getBytes(StandardCharsets.UTF_8);
        var at = Instant.parse(fact.path("at").asText());
        var persons = new HashSet<PersonId>();
        var certificates = new HashSet<String>();
        for (var approval : fact.path("approvals")) {
            var person = new PersonId(approval.path("person").asText());
            consent.check(place, person, Bytes.fromBase64(approval.path("cms").asText()), statement,
                    at, false).map(Certificate::sha256).ifPresent(certificates::add);
            persons.add(person);
        }
        if (certificates.size() == fact.path("approvals").size() || persons.size() < APPROVALS) {
            probe.check(persons.size() >= APPROVALS && certificates.size() >= APPROVALS, place,
                    "generation-approvals", Math.min(persons.size(), certificates.size()));
        }
        if (probe.trust().certificates().isEmpty()) {
            probe.hinder("no-trust");
        }
    }

    /// What the two signed.
    private static String statement(LogFolder next, JsonNode fact) {
        var before = fact.path("before");
        var note = fact.path("note").asText();
        var stem = next.origin(Tree.SHA256);
        var device = stem.substring(0, stem.lastIndexOf('/') + 2);
        return "venue-restoration/v1\nnext " + stem + "\nbefore " + device
                + before.path("generation").asInt() + "\nsize " + fact.path("size").asLong()
                + "\nroot " + fact.path("root").asText() + "\n" + known(note) + "finding "
                + line(fact.path("finding").asText()) + "\nreason "
                + line(fact.path("reason").asText()) + "\nat " + fact.path("at").asText() + "\n";
    }

    private static String known(String note) {
        if (note.isEmpty()) {
            return "known -\n";
        }
        var checkpoint = Checkpoint.parse(note);
        return "known " + checkpoint.origin() + " " + checkpoint.size() + " "
                + checkpoint.root().base64() + "\n";
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
    }
}
