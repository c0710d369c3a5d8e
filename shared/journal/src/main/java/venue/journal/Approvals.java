package venue.journal;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import venue.crypto.CryptoFailure;
import venue.crypto.Detached;
import venue.journal.SessionEvent.Approval;

/// Two persons or more, each with a signature of their own over the same statement.
final class Approvals {

    private static final int LEAST = 2;

    private Approvals() {}

    /// @throws JournalFailure APPROVALS_MISSING, APPROVALS_SAME, APPROVAL_INVALID
    static void require(String statement, List<Approval> approvals) {
        if (approvals.size() < LEAST) {
            throw JournalFailure.approvalsMissing(approvals.size(), LEAST);
        }
        var persons = new HashSet<String>();
        var keys = new HashSet<String>();
        for (var approval : approvals) {
            var signed = verified(statement, approval);
            if (!persons.add(approval.person().value())
                    || !keys.add(signed.signer().publicKeySha256())) {
                throw JournalFailure.approvalsSame(approval.name());
            }
        }
    }

    private static Detached.Signed verified(String statement, Approval approval) {
        try {
            var signed = Detached.verify(approval.cms(),
                    statement.getBytes(StandardCharsets.UTF_8));
            if (!signed.valid()) {
                throw JournalFailure.approvalInvalid(approval.name(), signed.reason());
            }
            return signed;
        } catch (CryptoFailure e) {
            var failure = JournalFailure.approvalInvalid(approval.name(), e.what());
            failure.addSuppressed(e);
            throw failure;
        }
    }
}
