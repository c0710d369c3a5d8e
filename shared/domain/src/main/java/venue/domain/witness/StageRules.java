package venue.domain.witness;

import static venue.domain.base.Decision.accept;
import static venue.domain.base.Decision.refuse;

import java.time.Instant;
import venue.domain.base.Acting;
import venue.domain.base.Decision;
import venue.domain.witness.WitnessEvent.ItemChecked;
import venue.domain.witness.WitnessEvent.LogNoted;
import venue.domain.witness.WitnessEvent.StageBegan;
import venue.domain.witness.WitnessEvent.StageEnded;

/// Stages, their checklists and the log.
final class StageRules {

    private StageRules() {}

    static Decision<WitnessEvent, WitnessRefusal> begin(Watch watch,
            WitnessCommand.BeginStage command, Acting who, Instant now) {
        if (watch.stages().containsKey(command.stage())) {
            return refuse(WitnessRefusal.STAGE_ALREADY_BEGUN);
        }
        var fault = Wording.faultOf(command.place());
        if (fault.isPresent()) {
            return refuse(fault.get());
        }
        return accept(new StageBegan(command.stage(), command.place().strip(), who.person(), now));
    }

    static Decision<WitnessEvent, WitnessRefusal> end(Watch watch, WitnessCommand.EndStage command,
            Acting who, Instant now) {
        if (!watch.isOpen(command.stage())) {
            return refuse(WitnessRefusal.STAGE_NOT_OPEN);
        }
        if (!watch.unchecked(command.stage()).isEmpty()) {
            return refuse(WitnessRefusal.ITEMS_UNCHECKED);
        }
        var fault = Wording.faultOfOptional(command.summary());
        if (fault.isPresent()) {
            return refuse(fault.get());
        }
        return accept(
                new StageEnded(command.stage(), command.summary().strip(), who.person(), now));
    }

    static Decision<WitnessEvent, WitnessRefusal> check(Watch watch,
            WitnessCommand.CheckOff command, Acting who, Instant now) {
        var item = Checklist.find(command.item());
        if (item.isEmpty()) {
            return refuse(WitnessRefusal.UNKNOWN_ITEM);
        }
        boolean again = watch.result(command.item()).isPresent();
        if (again && command.correction().filter(reason -> !reason.isBlank()).isEmpty()) {
            return refuse(WitnessRefusal.CORRECTION_NEEDS_REASON);
        }
        if (!again && !watch.isOpen(item.get().stage())) {
            return refuse(WitnessRefusal.STAGE_NOT_OPEN);
        }
        if (command.result() == CheckResult.ABNORMAL && command.note().isBlank()) {
            return refuse(WitnessRefusal.ABNORMAL_NEEDS_NOTE);
        }
        if (!watch.exhibits().keySet().containsAll(command.exhibits())) {
            return refuse(WitnessRefusal.UNKNOWN_EXHIBIT);
        }
        var fault = Wording.faultOfOptional(command.note());
        if (fault.isPresent()) {
            return refuse(fault.get());
        }
        return accept(new ItemChecked(command.item(), command.result(), command.note().strip(),
                command.exhibits(), command.correction(), who.person(), now));
    }

    static Decision<WitnessEvent, WitnessRefusal> note(WitnessCommand.NoteLog command, Acting who,
            Instant now) {
        var fault = Wording.faultOf(command.text());
        if (fault.isPresent()) {
            return refuse(fault.get());
        }
        return accept(new LogNoted(command.stage(), command.text().strip(), who.person(), now));
    }
}
