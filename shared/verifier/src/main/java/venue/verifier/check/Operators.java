package venue.verifier.check;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import venue.crypto.Bytes;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.verifier.read.Json;
import venue.verifier.read.LogFolder;
import venue.verifier.read.Tree;

/// V213: a person who worked in a session certified its key with a token of their own. The device
/// key lies on the workstation's disk; without that signature whoever has the disk could have
/// written another history of the session.
final class Operators {

    private final Probe probe;
    private final Consent consent;

    /// What is known of a session up to here.
    private static final class Session {

        private final String place;
        private final Map<String, Bytes> keys = new HashMap<>();
        private boolean certified;
        private boolean used;

        Session(String place) {
            this.place = place;
        }
    }

    Operators(Probe probe) {
        this.probe = probe;
        this.consent = new Consent(probe, new Papers(probe));
    }

    void run() {
        if (probe.trust().certificates().isEmpty()) {
            probe.hinder("no-trust");
        }
        for (var log : probe.dossier().logs()) {
            var session = new Session(log.name());
            for (var row : log.rows()) {
                if (row.leaf().type().equals("session.session-opened")) {
                    judge(session);
                    session = new Session(place(log, row));
                }
                take(session, log, row);
            }
            judge(session);
        }
    }

    private void judge(Session session) {
        if (session.used) {
            probe.check(session.certified, session.place, "operator");
        }
    }

    private void take(Session session, LogFolder log, LogFolder.Row row) {
        switch (row.leaf().type()) {
            case "session.session-opened", "session.key-rotated" -> key(session, row);
            case "session.key-certified" -> session.certified |= certified(session, log, row);
            default -> session.used |= !row.leaf().type().startsWith("session.")
                    && row.leaf().role() != Role.SYSTEM;
        }
    }

    private static void key(Session session, LogFolder.Row row) {
        row.payload().ifPresent(payload -> {
            var fact = Json.read(payload.array()).path("fact");
            session.keys.put(fact.path("session").asText(),
                    Bytes.fromBase64(fact.path("key").asText()));
        });
    }

    private boolean certified(Session session, LogFolder log, LogFolder.Row row) {
        var fact = Json.read(row.payload().map(Bytes::array).orElseThrow()).path("fact");
        var name = fact.path("session").asText();
        var key = session.keys.get(name);
        if (!probe.check(key != null, place(log, row), "operator-key", name) || key == null) {
            return false;
        }
        var person = fact.path("person").asText();
        var statement = "venue-session-operator/v1\n" + log.origin(Tree.SHA256) + "\n" + name + "\n"
                + key.base64() + "\n" + person + "\n" + fact.path("at").asText() + "\n";
        return consent.check(place(log, row), new PersonId(person),
                Bytes.fromBase64(fact.path("cms").asText()),
                statement.getBytes(StandardCharsets.UTF_8), row.leaf().at(), false).isPresent();
    }

    private static String place(LogFolder log, LogFolder.Row row) {
        return log.name() + " #" + row.leaf().seq();
    }
}
