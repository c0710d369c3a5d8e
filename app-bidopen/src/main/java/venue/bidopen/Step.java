package venue.bidopen;

import java.util.Arrays;
import java.util.Locale;

import venue.bidopen.session.Say;
import venue.domain.opening.Opening;
import venue.domain.opening.Phase;
import venue.ui.StepItem;

/// The steps of an opening in the rail on the left.
enum Step {
    /// 今日开标
    PREPARE(Phase.CHECK_IN),
    /// 签到
    CHECK_IN(Phase.CLOSED_FOR_SUBMISSION),
    /// 截止与到件清单
    CLOSING(Phase.DRAW),
    /// 抽取系数
    DRAW(Phase.DECRYPTION),
    /// 解密
    DECRYPT(Phase.IMPORTED),
    /// 唱标
    READING(Phase.OBJECTION_WINDOW),
    /// 开标异议
    OBJECTION(Phase.RECORD_DRAFT),
    /// 开标记录与签署
    RECORD(Phase.ENDED),
    /// 结束与移交
    HANDOVER(Phase.HANDED_TO_EVALUATION);

    private final Phase doneAt;

    Step(Phase doneAt) {
        this.doneAt = doneAt;
    }

    /// The step that an opening in `phase` is at.
    static Step of(Phase phase) {
        return switch (phase) {
            case DRAFT, READY, SUSPENDED, TERMINATED -> PREPARE;
            case CHECK_IN -> CHECK_IN;
            case CLOSED_FOR_SUBMISSION, COUNTED, NOT_OPENED -> CLOSING;
            case DRAW -> DRAW;
            case DECRYPTION -> DECRYPT;
            case IMPORTED, READ_OUT -> READING;
            case OBJECTION_WINDOW -> OBJECTION;
            case RECORD_DRAFT, SIGNING -> RECORD;
            case ENDED, HANDED_TO_EVALUATION -> HANDOVER;
        };
    }

    /// The step whose button is `#step-<id>`.
    static Step called(String id) {
        return Arrays.stream(values()).filter(step -> step.id().equals(id)).findFirst()
                .orElse(PREPARE);
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The step in the rail, while `looking` is on the screen.
    StepItem item(Opening opening, Step looking) {
        var phase = opening.phase();
        var state = StepItem.State.TODO;
        if (phase == Phase.SUSPENDED && this == PREPARE) {
            state = StepItem.State.ALERT;
        } else if (this == looking) {
            state = StepItem.State.CURRENT;
        } else if (phase.reached(doneAt) && phase.compareTo(Phase.NOT_OPENED) < 0) {
            state = StepItem.State.DONE;
        }
        return new StepItem(id(), Say.it("step." + name()), state);
    }
}
