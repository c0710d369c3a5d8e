package venue.domain.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.opening.Attendance;
import venue.domain.opening.Bid;
import venue.domain.opening.CoefficientDraw;
import venue.domain.opening.Opening;
import venue.domain.opening.RecordVersion;
import venue.domain.opening.Signer;

/// Gathers an [OpeningRecord] from an opening whose meeting was opened.
public final class OpeningRecordFacts {

    private OpeningRecordFacts() {}

    /// The facts as they stand.
    public static OpeningRecord of(Opening opening) {
        var rows = new ArrayList<OpeningRecord.Row>();
        for (var bid : opening.bids().values()) {
            rows.add(row(rows.size() + 1, bid));
        }
        return new OpeningRecord(version(opening), opening.tender(), staff(opening),
                opening.closedAt().orElseThrow(), opening.meetingAt().orElseThrow(),
                opening.bids().size(), Math.toIntExact(opening.present()),
                opening.openedBids().size(), rows,
                opening.draws().values().stream().flatMap(d -> drawn(d).stream()).toList(),
                opening.refused(), opening.objections(), opening.interruptions(),
                signers(opening));
    }

    private static int version(Opening opening) {
        return opening.draft().map(RecordVersion::number).orElse(1);
    }

    private static List<OpeningRecord.Duty> staff(Opening opening) {
        var duties = new ArrayList<OpeningRecord.Duty>();
        opening.staff().ifPresent(staff -> {
            duties.add(duty(opening, Role.HOST, staff.host()));
            duties.add(duty(opening, Role.READER, staff.reader()));
            duties.add(duty(opening, Role.RECORDER, staff.recorder()));
            duties.add(duty(opening, Role.OPENING_SUPERVISOR, staff.supervisor()));
        });
        return duties;
    }

    private static OpeningRecord.Duty duty(Opening opening, Role duty, PersonId id) {
        return opening.known().person(id)
                .map(person -> new OpeningRecord.Duty(duty, person.name(), person.unit()))
                .orElse(new OpeningRecord.Duty(duty, id.value(), ""));
    }

    private static OpeningRecord.Row row(int number, Bid bid) {
        var receipt = bid.receipt();
        var attendance = bid.attendance();
        return new OpeningRecord.Row(number, bid.bidder(), receipt.bidderName(),
                receipt.completedAt(), attendance.map(Attendance::representative).orElse(""),
                attendance.map(Attendance::absence).orElse(Attendance.Absence.OTHER),
                attendance.filter(Attendance::late).isPresent(),
                bid.opened().map(Bid.Opened::sheet),
                bid.opened().map(Bid.Opened::files).orElse(List.of()),
                bid.opened().map(Bid.Opened::findings).orElse(List.of()),
                bid.opened().map(Bid.Opened::signerSerial).orElse(""), sealed(bid));
    }

    private static Optional<OpeningRecord.StayedSealed> sealed(Bid bid) {
        return bid.opened().isPresent()
                ? Optional.empty()
                : bid.verdict()
                        .map(verdict -> new OpeningRecord.StayedSealed(
                                bid.attempts().getLast().code(), verdict.cause(),
                                verdict.reason(), bid.attempts().size(), verdict.at()));
    }

    private static Optional<OpeningRecord.Drawn> drawn(CoefficientDraw draw) {
        return draw.result().map(result -> new OpeningRecord.Drawn(draw.plan().id(),
                draw.plan().title(), result.value(), draw.plan().values(), result.transcript(),
                result.at(), draw.voided().size()));
    }

    private static List<OpeningRecord.Signature> signers(Opening opening) {
        return Signer.of(opening).stream().map(signer -> {
            var made = signer.signature(opening);
            return new OpeningRecord.Signature(signer.duty(), signer.name(), signer.unit(),
                    made.filter(s -> s.refusal().isEmpty()).map(RecordVersion.Signature::at),
                    made.map(RecordVersion.Signature::certificateSerial).orElse(""),
                    made.flatMap(RecordVersion.Signature::refusal));
        }).toList();
    }
}
