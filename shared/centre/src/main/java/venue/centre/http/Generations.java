package venue.centre.http;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import venue.centre.Device;
import venue.centre.store.LogStore;
import venue.crypto.CryptoFailure;
import venue.crypto.Detached;
import venue.domain.base.PersonId;
import venue.journal.Leaf;
import venue.journal.LogRange;
import venue.journal.Origin;
import venue.journal.Restoration;
import venue.journal.SessionEvent.Approval;
import venue.journal.SessionEvent.GenerationBegun;
import venue.journal.proof.Note;
import venue.journal.proof.TreeHash;
import venue.journal.proof.VerifierKey;
import venue.sync.wire.Malformed;
import venue.sync.wire.Remark;

/// Which logs of a device may grow (代): only its newest, and a new one only if its first leaf
/// says which log it follows and who approved that. What came before is closed, not forgotten:
/// it is served as ever.
final class Generations {

    private static final String BEGUN = "session.generation-begun";
    private static final int APPROVALS = 2;

    private final LogStore logs;

    Generations(LogStore logs) {
        this.logs = logs;
    }

    /// Why a range may not be added: which alarm to raise, and what to answer.
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final String alarm;
        private final transient Rejected answer;

        Refused(String alarm, Rejected answer) {
            super(alarm, answer, false, false);
            this.alarm = alarm;
            this.answer = answer;
        }

        String alarm() {
            return alarm;
        }

        Rejected answer() {
            return answer;
        }
    }

    /// Looks whether the log of `range`, of which `held` leaves are here, may grow by it.
    ///
    /// @throws Refused if not
    void require(Device device, LogRange range, long held) {
        var origin = range.origin();
        int newest = logs.newestGeneration(device.id());
        if (origin.generation() < newest) {
            throw new Refused("LOG_CLOSED", new Rejected(410, "LOG_CLOSED", origin, newest));
        }
        if (held == 0 && (newest > 0 || origin.generation() > 1)) {
            beginning(device, origin, newest, begun(range));
        }
    }

    private static GenerationBegun begun(LogRange range) {
        var first = range.items().getFirst();
        var content = first.payload();
        if (content.isPresent() && kind(first).equals(BEGUN)
                && Remark.read(BEGUN, content.get().array()) instanceof GenerationBegun begun) {
            return begun;
        }
        throw refused(range.origin(), "session.generation-begun");
    }

    private static String kind(LogRange.Item first) {
        try {
            return Leaf.parse(first.leaf().array()).type();
        } catch (IllegalArgumentException e) {
            throw new Malformed("leaf 0: " + e.getMessage(), e);
        }
    }

    private void beginning(Device device, Origin origin, int newest, GenerationBegun begun) {
        var before = begun.before();
        boolean follows = before.device().equals(device.id())
                && before.generation() < origin.generation()
                && (newest == 0 || before.generation() == newest || known(begun) == newest);
        if (!follows) {
            throw refused(origin, "before: " + before);
        }
        requireApproved(origin, begun);
        requireNote(device, origin, begun);
    }

    /// The generation of the last checkpoint that the desk remembered: its newest log may be lost
    /// altogether, so that an older one is carried over.
    private static int known(GenerationBegun begun) {
        return begun.note().isEmpty() ? 0 : origin(begun).generation();
    }

    private static Origin origin(GenerationBegun begun) {
        var checkpoint = WitnessDoor.checkpoint(WitnessDoor.note(begun.note()));
        try {
            return Origin.parse(checkpoint.origin());
        } catch (IllegalArgumentException e) {
            throw new Malformed("the checkpoint of " + BEGUN, e);
        }
    }

    /// Two persons with two certificates signed the statement. Whether the certificates are to be
    /// trusted, the verifier asks.
    private static void requireApproved(Origin origin, GenerationBegun begun) {
        var statement = Restoration.statement(origin, begun).getBytes(StandardCharsets.UTF_8);
        var persons = new HashSet<PersonId>();
        var certificates = new HashSet<String>();
        for (var approval : begun.approvals()) {
            persons.add(approval.person());
            certificates.add(signer(origin, approval, statement));
        }
        if (persons.size() < APPROVALS || certificates.size() < APPROVALS) {
            throw refused(origin, "approvals: " + persons.size());
        }
    }

    private static String signer(Origin origin, Approval approval, byte[] statement) {
        try {
            var signed = Detached.verify(approval.cms(), statement);
            if (signed.valid()) {
                return signed.signer().sha256();
            }
        } catch (CryptoFailure e) {
            throw refused(origin, "approval: " + approval.person() + " " + e.code());
        }
        throw refused(origin, "approval: " + approval.person());
    }

    private static void requireNote(Device device, Origin origin, GenerationBegun begun) {
        if (begun.note().isEmpty()) {
            return;
        }
        var known = origin(begun);
        if (!known.device().equals(device.id()) || !WitnessDoor.note(begun.note()).isSignedBy(
                new VerifierKey(known.name(), VerifierKey.Kind.ED25519, device.key()))) {
            throw refused(origin, "note");
        }
    }

    private static Refused refused(Origin origin, String what) {
        return new Refused("GENERATION", new Rejected(422, "GENERATION", origin, what));
    }

    /// Whether what the desk carried over is the beginning of the log that is held here. If not,
    /// there are two histories; the two who approved signed one of them, which is proof, and the
    /// desk goes on.
    boolean agrees(GenerationBegun begun) {
        var before = begun.before();
        return begun.size() > logs.size(before) || logs
                .root(before, TreeHash.SHA256, begun.size()).equals(begun.root());
    }

    /// For the alarm: what was lost on the disk, as far as it is known here.
    String told(Origin origin, GenerationBegun begun) {
        long lastNote = begun.note().isEmpty()
                ? 0
                : Note.parse(begun.note()).checkpoint().size();
        return origin.name() + " after " + begun.before().name() + " at " + begun.size()
                + " (here " + logs.size(begun.before()) + ", signed " + lastNote + "): "
                + begun.finding();
    }
}
