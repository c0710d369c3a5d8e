package venue.domain.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import venue.domain.base.BidderId;
import venue.domain.base.Role;
import venue.domain.opening.Attendance;
import venue.domain.opening.BidFile;
import venue.domain.opening.Cause;
import venue.domain.opening.DecryptionCode;
import venue.domain.opening.Finding;
import venue.domain.opening.Interruption;
import venue.domain.opening.Objection;
import venue.domain.opening.RefusedBid;
import venue.domain.tender.BidSheet;
import venue.domain.tender.Tender;

/// The facts of the opening record (开标记录表, 招标投标法 第三十六条第三款): what goes on paper and
/// on to the evaluation. A pure function of the opening.
///
/// @param version from 1; a later version replaces it
/// @param openedAt when the meeting was opened
/// @param rows one a bid, in the order of receipt
/// @param signers who signs, and what each has done so far
public record OpeningRecord(int version, Tender tender, List<Duty> staff, Instant closedAt,
        Instant openedAt, int received, int present, int opened, List<Row> rows,
        List<Drawn> draws, List<RefusedBid> refused, List<Objection> objections,
        List<Interruption> interruptions, List<Signature> signers) {

    /// Who had which duty (开标工作人员).
    public record Duty(Role duty, String name, String unit) {}

    /// One bid.
    ///
    /// @param sheet what was read out, when it was opened
    /// @param sealed why it was not
    public record Row(int number, BidderId bidder, String bidderName, Instant receivedAt,
            String representative, Attendance.Absence absence, boolean late,
            Optional<BidSheet> sheet, List<BidFile> files, List<Finding> findings,
            String signerSerial, Optional<StayedSealed> sealed) {

        /// Whether `kind` was looked at and found wrong.
        public boolean lacks(Finding.Kind kind) {
            return findings.stream().anyMatch(f -> f.kind() == kind && !f.ok());
        }
    }

    /// Why a bid stayed sealed (未解密), and what follows.
    public record StayedSealed(DecryptionCode code, Cause cause, String reason, int attempts,
            Instant decidedAt) {}

    /// The result of a draw (抽取结果).
    ///
    /// @param transcript everything needed to recompute it
    public record Drawn(String planId, String title, String value, List<String> candidates,
            String transcript, Instant at, int voidedRounds) {}

    /// One line of the signature block (签字栏).
    public record Signature(Role duty, String name, String unit, Optional<Instant> signedAt,
            String certificateSerial, Optional<String> refusal) {}

    public OpeningRecord {
        staff = List.copyOf(staff);
        rows = List.copyOf(rows);
        draws = List.copyOf(draws);
        refused = List.copyOf(refused);
        objections = List.copyOf(objections);
        interruptions = List.copyOf(interruptions);
        signers = List.copyOf(signers);
    }

    /// The same facts before anybody signed: what the document to be signed says.
    public OpeningRecord unsigned() {
        var blank = signers.stream().map(s -> new Signature(s.duty(), s.name(), s.unit(),
                Optional.empty(), "", Optional.empty())).toList();
        return new OpeningRecord(version, tender, staff, closedAt, openedAt, received, present,
                opened, rows, draws, refused, objections, interruptions, blank);
    }
}
