package venue.domain.witness;

import static venue.domain.base.Decision.accept;
import static venue.domain.base.Decision.refuse;

import java.time.Instant;
import java.util.List;
import venue.domain.base.Acting;
import venue.domain.base.Decision;
import venue.domain.base.DeviceId;
import venue.domain.witness.WitnessEvent.CaptureBegan;
import venue.domain.witness.WitnessEvent.CaptureEnded;
import venue.domain.witness.WitnessEvent.CaptureRecovered;
import venue.domain.witness.WitnessEvent.CustodyEntered;

/// Evidence: written down before its first byte, kept as it came, every later act in the ledger.
final class EvidenceRules {

    private EvidenceRules() {}

    static Decision<WitnessEvent, WitnessRefusal> begin(Watch watch,
            WitnessCommand.BeginCapture command, Acting who, Instant now) {
        if (command.incident().isPresent()) {
            var open = IncidentRules.open(watch, command.incident().get());
            if (open.refusal().isPresent()) {
                return refuse(open.refusal().get());
            }
        }
        var fault = Wording.faultOf(command.title());
        if (fault.isPresent()) {
            return refuse(fault.get());
        }
        if (command.occurredAt().isAfter(now)) {
            return refuse(WitnessRefusal.OCCURS_LATER);
        }
        return accept(new CaptureBegan(nextId(watch, who.device()), command.incident(),
                command.kind(), command.origin(), command.title().strip(), command.source(),
                command.place().strip(), command.occurredAt(), who.person(), command.second(),
                command.nonce(), now));
    }

    static Decision<WitnessEvent, WitnessRefusal> end(Watch watch,
            WitnessCommand.EndCapture command, Instant now) {
        var exhibit = watch.exhibit(command.exhibit());
        if (exhibit.isEmpty()) {
            return refuse(WitnessRefusal.UNKNOWN_EXHIBIT);
        }
        if (exhibit.get().isKept()) {
            return refuse(WitnessRefusal.CAPTURE_ENDED);
        }
        return accept(new CaptureEnded(command.exhibit(), command.sizeBytes(), command.sha256(),
                command.sm3(), command.mediaType(), now));
    }

    static Decision<WitnessEvent, WitnessRefusal> recover(Watch watch,
            WitnessCommand.RecoverCapture command, Instant now) {
        var exhibit = watch.exhibit(command.exhibit());
        if (exhibit.isEmpty()) {
            return refuse(WitnessRefusal.UNKNOWN_EXHIBIT);
        }
        if (!exhibit.get().isRunning()) {
            return refuse(WitnessRefusal.CAPTURE_ENDED);
        }
        return accept(
                new CaptureRecovered(command.exhibit(), command.kept(), command.finding(), now));
    }

    static Decision<WitnessEvent, WitnessRefusal> custody(Watch watch,
            WitnessCommand.EnterCustody command, Acting who, Instant now) {
        var exhibit = watch.exhibit(command.exhibit());
        if (exhibit.isEmpty()) {
            return refuse(WitnessRefusal.UNKNOWN_EXHIBIT);
        }
        if (!exhibit.get().isKept()) {
            return refuse(WitnessRefusal.NOT_KEPT);
        }
        var fault = Wording.faultOf(command.reason()).or(() -> Wording.faultOf(command.to()));
        if (fault.isPresent()) {
            return refuse(fault.get());
        }
        if (command.act() != CustodyAct.VIEWED && !command.hashVerified()) {
            return refuse(WitnessRefusal.HASH_NOT_VERIFIED);
        }
        boolean answered = command.takerSigned().isPresent()
                || command.takerRefused().filter(text -> !text.isBlank()).isPresent();
        if (command.act() == CustodyAct.HANDED_OVER
                && (command.giverSigned().isEmpty() || !answered)) {
            return refuse(WitnessRefusal.CUSTODY_UNSIGNED);
        }
        return accept(new CustodyEntered(command.exhibit(), command.act(),
                exhibit.get().custodian(who.name()), command.to().strip(),
                command.reason().strip(), command.hashVerified(), command.giverSigned(),
                command.takerSigned(), command.takerRefused(), now));
    }

    /// The complete originals of one finding.
    static List<Exhibit> keptOf(Watch watch, IncidentId id) {
        return watch.exhibitsOf(id).stream().filter(Exhibit::isKept).toList();
    }

    private static ExhibitId nextId(Watch watch, DeviceId device) {
        long own = watch.exhibits().keySet().stream()
                .filter(id -> id.value().endsWith("-" + device)).count();
        return ExhibitId.of((int) own + 1, device);
    }
}
