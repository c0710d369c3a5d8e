package venue.journal;

import java.util.List;
import java.util.Optional;
import venue.journal.proof.Note;
import venue.journal.proof.TreeHash;
import venue.journal.store.Database;
import venue.journal.store.LogTable.Countersigned;

/// The countersignatures under the checkpoints of a log.
final class Receipts {

    private Receipts() {}

    /// Keeps a countersignature of a known witness that holds under a checkpoint of this log.
    static void take(Setting setting, Database db, Log log, Receipt receipt) {
        var line = line(log, receipt);
        var witness = setting.witness(line.name())
                .orElseThrow(() -> JournalFailure.unknownWitness(line.name()));
        var note = log.table.at(receipt.hash().code(), receipt.size())
                .map(signed -> Note.parse(signed.note()).with(line));
        if (note.flatMap(n -> n.cosignedAt(witness)).isEmpty()) {
            throw JournalFailure.badReceipt(log.origin, receipt.size(), line.name());
        }
        db.transact(() -> {
            log.table.countersign(new Countersigned(receipt.hash().code(), receipt.size(),
                    line.name(), receipt.line()));
            return receipt;
        });
    }

    private static Note.Line line(Log log, Receipt receipt) {
        try {
            return Note.Line.parse(receipt.line());
        } catch (IllegalArgumentException e) {
            var failure = JournalFailure.badReceipt(log.origin, receipt.size(), "?");
            failure.addSuppressed(e);
            throw failure;
        }
    }

    /// All countersignatures, oldest first.
    static List<Receipt> of(Log log) {
        return log.table.countersignatures().stream()
                .map(each -> new Receipt(TreeHash.of(each.alg()), each.size(), each.line()))
                .toList();
    }

    /// The newest line: a lower bound in time for what is written next.
    static Optional<String> newest(Log log) {
        var all = of(log);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().line());
    }

    /// Leaves beyond the last countersigned checkpoint.
    static long missing(Log log) {
        return log.size() - of(log).stream().mapToLong(Receipt::size).max().orElse(0);
    }
}
