package venue.journal;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import venue.crypto.Bytes;
import venue.domain.base.DeviceId;
import venue.journal.SessionEvent.Approval;
import venue.journal.SessionEvent.GenerationBegun;

/// A journal begins a new generation (日志恢复，开始新的一代) after its disk was lost, damaged or put back:
/// what holds of the log before is carried over as another log, what was found goes untouched to
/// `incidents/<time>/`, and the first entry of the new generation says what happened and who
/// approved. What only the centre still has of the log before comes back by synchronising.
public final class Restoration {

    private final RestorationWork work;
    private final RestorationPlan plan;

    private Restoration(RestorationWork work, RestorationPlan plan) {
        this.work = work;
        this.plan = plan;
    }

    /// Looks at what could be restored; nothing is changed.
    ///
    /// @param source the folder of a backup, or of a journal as it was found
    /// @param into where the journal of this workstation stands or shall stand
    /// @throws JournalFailure BACKUP_DAMAGED, NOTHING_TO_RESTORE, WRONG_KEYS, IN_USE, NO_ROOM …
    public static Restoration plan(Path source, Folder into, JournalKeys keys, DeviceId device,
            InstantSource clock, Consumer<Progress> progress) {
        var setting = new Setting(into.dir(), device, keys, Families.house(), clock);
        var work = new RestorationWork(source, into, setting, progress);
        return new Restoration(work, work.plan());
    }

    /// The log that ends.
    public Origin before() {
        return plan.before();
    }

    /// The log that begins.
    public Origin next() {
        return plan.next();
    }

    /// How many entries of the log before are carried over, all of them checked and under a
    /// checkpoint.
    public long size() {
        return plan.size();
    }

    /// SHA-256 root over them.
    public Bytes root() {
        return plan.root();
    }

    /// Up to which size this workstation remembers to have signed; 0 if it remembers nothing.
    public long remembered() {
        return plan.remembered();
    }

    /// What is wrong, in words.
    public String finding() {
        return plan.finding();
    }

    /// The text that both approvers sign (detached CMS over its UTF-8 bytes).
    ///
    /// @throws JournalFailure REASON_MISSING
    public String statement(String reason, Instant at) {
        return statement(plan.next(), plan.begun(reason, List.of(), at));
    }

    /// The text that was signed for an entry `session.generation-begun` of the log `next`.
    public static String statement(Origin next, GenerationBegun begun) {
        return RestorationPlan.statement(next, begun);
    }

    /// Restores. Afterwards [Journal#open] works, and the first entry cites the log before.
    /// Whether the certificates are trusted and the roles fit is for the caller to ask. If the
    /// power fails, the old state stands, or the next opening finishes what was begun.
    ///
    /// @param at the time in the statement
    /// @throws JournalFailure REASON_MISSING, APPROVALS_MISSING, APPROVALS_SAME, APPROVAL_INVALID,
    /// SOURCE_CHANGED, NO_ROOM …
    public Origin run(String reason, List<Approval> approvals, Instant at) {
        return run(reason, approvals, at, _ -> {});
    }

    /// @param step told after each step, for tests of interrupted restorations
    Origin run(String reason, List<Approval> approvals, Instant at, Consumer<String> step) {
        var begun = plan.begun(reason, approvals, at);
        Approvals.require(statement(plan.next(), begun), approvals);
        work.run(plan, begun, step);
        return plan.next();
    }
}
