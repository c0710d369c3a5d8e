package venue.centre.http;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import venue.centre.Device;
import venue.centre.store.LogStore.Countersigned;
import venue.centre.store.RequestBook;
import venue.crypto.Bytes;
import venue.journal.Origin;
import venue.journal.proof.Checkpoint;
import venue.journal.proof.Note;
import venue.journal.proof.Proofs;
import venue.journal.proof.TreeHash;
import venue.journal.proof.VerifierKey;
import venue.sync.wire.Addition;
import venue.sync.wire.Malformed;
import venue.sync.wire.Protocol;

/// The witness (见证签名): countersigns a checkpoint only if the log has grown from what was
/// countersigned before, as C2SP tlog-witness says, and only over leaves that the centre holds
/// itself.
final class WitnessDoor {

    private final House house;

    WitnessDoor(House house) {
        this.house = house;
    }

    Answer addCheckpoint(Visit visit) throws IOException {
        var addition = Addition.read(visit.body(Protocol.CHECKPOINT_BYTES_MAX));
        var note = note(addition.checkpoint());
        var checkpoint = checkpoint(note);
        var hash = checkpoint.origin().endsWith(TreeHash.SM3.suffix())
                ? TreeHash.SM3
                : TreeHash.SHA256;
        var origin = origin(checkpoint.origin(), hash);
        if (!origin.device().equals(visit.device().id())) {
            throw new Rejected(403, "NOT_YOUR_LOG", origin);
        }
        if (!note.isSignedBy(new VerifierKey(checkpoint.origin(), VerifierKey.Kind.ED25519,
                visit.device().key()))) {
            throw new Rejected(403, "NOT_SIGNED", checkpoint.origin());
        }
        if (addition.old() > checkpoint.size() || checkpoint.size() > Integer.MAX_VALUE) {
            throw new Malformed("old size above the size of the checkpoint");
        }
        return house.logs().alone(() -> judge(visit.device(), addition, note, origin, hash));
    }

    /// Checks and keeps in one step; nobody else changes a log meanwhile.
    private Answer judge(Device device, Addition addition, Note note, Origin origin,
            TreeHash hash) {
        var checkpoint = note.checkpoint();
        var last = house.logs().newest(checkpoint.origin());
        long size = last.map(Countersigned::size).orElse(0L);
        if (addition.old() != size) {
            return Answer.size(409, size);
        }
        if (last.isPresent() && size == checkpoint.size()) {
            if (!last.get().root().equals(checkpoint.root())) {
                alarm(device, "FORKED", addition);
                return Answer.size(409, size);
            }
            return lines(last.get().line());
        }
        var old = last.map(Countersigned::root);
        if (size == 0
                ? !addition.proof().isEmpty()
                : !Proofs.consistent(hash, size, checkpoint.size(), addition.proof(),
                        old.orElseThrow(), checkpoint.root())) {
            alarm(device, "INCONSISTENT", addition);
            throw new Rejected(422, "INCONSISTENT", origin, size, checkpoint.size());
        }
        long held = house.logs().size(origin);
        if (held < checkpoint.size()) {
            throw new Rejected(412, "LEAVES_FIRST", held, checkpoint.size());
        }
        if (!house.logs().root(origin, hash, checkpoint.size()).equals(checkpoint.root())) {
            alarm(device, "FORKED", addition);
            throw new Rejected(422, "FORKED", origin, checkpoint.size());
        }
        return sign(note, checkpoint);
    }

    private Answer sign(Note note, Checkpoint checkpoint) {
        var line = house.identity().countersign(note, now()).text();
        house.logs().keep(checkpoint.origin(),
                new Countersigned(checkpoint.size(), checkpoint.root(), note.text(), line),
                now().toString());
        return lines(line);
    }

    private void alarm(Device device, String code, Addition addition) {
        house.book().alarm(new RequestBook.Alarm(now(), device.id().value(), code,
                "add-checkpoint old " + addition.old()), Bytes.of(addition.bytes()));
    }

    private static Answer lines(String line) {
        return Answer.text(200, Protocol.TEXT, line + "\n");
    }

    private Instant now() {
        return house.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    static Note note(String text) {
        try {
            return Note.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Malformed("not a signed note", e);
        }
    }

    static Checkpoint checkpoint(Note note) {
        try {
            return note.checkpoint();
        } catch (IllegalArgumentException e) {
            throw new Malformed("not a checkpoint", e);
        }
    }

    private static Origin origin(String name, TreeHash hash) {
        try {
            return Origin.parse(name.substring(0, name.length() - hash.suffix().length()));
        } catch (IllegalArgumentException e) {
            throw new Rejected(404, "UNKNOWN_LOG", name);
        }
    }
}
