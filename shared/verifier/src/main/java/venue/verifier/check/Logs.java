package venue.verifier.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import venue.crypto.Bytes;
import venue.crypto.Ed25519;
import venue.verifier.read.Json;
import venue.verifier.read.LogFolder;
import venue.verifier.read.Tree;
import venue.verifier.read.Unreadable;
import venue.verifier.VerifierKey;

/// The logs: checkpoints, session keys, roots, contents, countersignatures.
final class Logs {

    private final Probe probe;

    Logs(Probe probe) {
        this.probe = probe;
    }

    /// V202: the workstation's own key, known beforehand, signed both checkpoints.
    void deviceSignatures() {
        for (var log : probe.dossier().logs()) {
            var known = probe.trust().log(log.origin(Tree.SHA256));
            var key = known.or(log::key);
            if (known.isEmpty()) {
                probe.hinder("no-device-key", log.name());
            }
            if (key.isPresent()) {
                for (var tree : Tree.values()) {
                    var signer = new VerifierKey(log.origin(tree), VerifierKey.ED25519,
                            key.get().key());
                    probe.check(log.checkpoint(tree).isSignedBy(signer), log.name() + " " + tree,
                            "checkpoint-signature");
                }
            }
        }
    }

    /// V212: the workstation's SM2 key signed both checkpoints too; countersigned earlier ones that
    /// bear its line, rightly so.
    void sm2Signatures() {
        for (var log : probe.dossier().logs()) {
            var origin = log.origin(Tree.SHA256);
            var key = probe.trust().sm2(origin).or(() -> ofDevice(log.device()));
            if (key.isEmpty()) {
                probe.hinder("no-sm2-key", log.name());
                continue;
            }
            for (var tree : Tree.values()) {
                var signer = key.get().named(log.origin(tree));
                probe.check(log.checkpoint(tree).isSignedBy(signer), log.name() + " " + tree,
                        "sm2-signature");
                log.receipts().stream()
                        .filter(note -> note.origin().equals(signer.name()) && note.names(signer))
                        .forEach(note -> probe.check(note.isSignedBy(signer),
                                log.name() + " " + tree + " " + note.size(), "sm2-signature"));
            }
        }
    }

    /// The key stays the same for the life of the workstation, and only the newest log's export
    /// carries it.
    private Optional<VerifierKey> ofDevice(String device) {
        return probe.dossier().logs().stream().filter(log -> log.device().equals(device))
                .flatMap(log -> log.sm2Key().stream())
                .filter(key -> key.type() == VerifierKey.SM2).findFirst();
    }

    /// A session key and who vouches for it.
    private record Session(long seq, String name, Bytes key) {}

    /// V203: each session key was certified by the key before, and the one in force signed.
    void sessionSignatures() {
        for (var log : probe.dossier().logs()) {
            var deviceKey = probe.trust().log(log.origin(Tree.SHA256)).or(log::key)
                    .map(VerifierKey::key);
            var sessions = sessions(log, deviceKey);
            for (var tree : Tree.values()) {
                signed(log, tree, sessions);
            }
        }
    }

    private void signed(LogFolder log, Tree tree, List<Session> sessions) {
        var checkpoint = log.checkpoint(tree);
        var current = sessions.stream().filter(s -> s.seq() < checkpoint.size())
                .reduce((_, later) -> later);
        probe.check(
                current.isPresent() && checkpoint.isSignedBy(
                        new VerifierKey(log.origin(tree) + "/s/" + current.get().name(),
                                VerifierKey.ED25519, current.get().key())),
                log.name() + " " + tree, "session-signature");
    }

    private List<Session> sessions(LogFolder log, Optional<Bytes> deviceKey) {
        var sessions = new ArrayList<Session>();
        for (var row : log.rows()) {
            var type = row.leaf().type();
            boolean opened = type.equals("session.session-opened");
            if ((opened || type.equals("session.key-rotated")) && row.payload().isPresent()) {
                var session = session(log, row, opened || sessions.isEmpty()
                        ? deviceKey.orElse(null)
                        : sessions.getLast().key());
                sessions.add(session);
            }
        }
        return sessions;
    }

    private Session session(LogFolder log, LogFolder.Row row, @Nullable Bytes certifier) {
        var fact = Json.read(row.payload().orElseThrow().array()).path("fact");
        var place = log.name() + " #" + row.leaf().seq();
        try {
            var name = fact.path("session").asText();
            var key = Bytes.fromBase64(fact.path("key").asText());
            var statement = "venue-session/v1\n" + log.origin(Tree.SHA256) + "\n" + name + "\n"
                    + key.base64() + "\n" + fact.path("previousSize").asLong() + "\n"
                    + fact.path("previousRoot").asText() + "\n";
            probe.check(certifier != null && Ed25519.verify(certifier.array(),
                    statement.getBytes(StandardCharsets.UTF_8),
                    Bytes.fromBase64(fact.path("certificate").asText()).array()), place,
                    "session-certificate");
            probe.check(fact.path("previousSize").asLong() == row.leaf().seq(), place,
                    "session-certificate");
            return new Session(row.leaf().seq(), name, key);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(place, e);
        }
    }

    /// V204: both roots follow from the leaves.
    void roots() {
        for (var log : probe.dossier().logs()) {
            for (var tree : Tree.values()) {
                probe.check(tree.root(log.leaves()).equals(log.checkpoint(tree).root()),
                        log.name() + " " + tree, "root");
            }
        }
    }

    /// V205: each content is the one that its leaf binds.
    void payloads() {
        for (var log : probe.dossier().logs()) {
            for (var row : log.rows()) {
                row.payload().ifPresent(payload -> probe.check(row.leaf().binds(payload),
                        log.name() + " #" + row.leaf().seq(), "payload"));
            }
        }
    }

    /// V206: a trusted witness has countersigned a checkpoint that covers every event of the day.
    /// Only what the journal says about itself may come after.
    void cosignatures() {
        var witnesses = probe.trust().witnesses();
        if (witnesses.isEmpty()) {
            probe.hinder("no-witness");
            return;
        }
        for (var log : probe.dossier().logs()) {
            long needed = log.rows().stream().filter(r -> !r.leaf().type().startsWith("session."))
                    .mapToLong(r -> r.leaf().seq() + 1).max().orElse(0);
            var notes = new ArrayList<>(log.receipts());
            notes.add(log.checkpoint(Tree.SHA256));
            long covered = notes.stream()
                    .filter(note -> note.origin().equals(log.origin(Tree.SHA256)))
                    .filter(note -> note.size() <= log.rows().size())
                    .filter(note -> witnesses.stream().anyMatch(note::isSignedBy))
                    .filter(note -> Tree.SHA256
                            .root(log.leaves().subList(0, Math.toIntExact(note.size())))
                            .equals(note.root()))
                    .mapToLong(note -> note.size()).max().orElse(0);
            probe.check(covered >= needed, log.name(), "cosignature", covered, needed);
        }
    }
}
