package venue.domain.opening;

import static venue.domain.opening.Phase.*;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

import venue.domain.base.Acting;
import venue.domain.base.Decision;
import venue.domain.base.Rules;

/// The rules of a bid opening (开标规则), regime of 招标投标法 and 电子招标投标办法.
public final class OpeningRules
        implements
            Rules<Opening, OpeningCommand, OpeningEvent, OpeningRefusal> {

    /// Fewer bids than this are not opened (招标投标法实施条例 第四十四条).
    public static final int FEWEST_BIDS = 3;

    /// Rules have no state of their own.
    public OpeningRules() {}

    @Override
    public Opening beginning() {
        return Opening.beginning();
    }

    @Override
    public Opening after(Opening state, OpeningEvent event) {
        return OpeningHistory.after(state, event);
    }

    @Override
    public Decision<OpeningEvent, OpeningRefusal> decide(Opening state, OpeningCommand command,
            Acting who, Instant now) {
        if (!OpeningRoles.allowed(command).contains(who.role())) {
            return Decision.refuse(OpeningRefusal.ROLE_NOT_ALLOWED);
        }
        return switch (command) {
            case OpeningCommand.Prepare c -> MeetingRules.prepare(state, c, now);
            case OpeningCommand.RegisterReceipt c -> MeetingRules.register(state, c, now);
            case OpeningCommand.RefuseBid c -> MeetingRules.refuseBid(state, c, now);
            case OpeningCommand.BeginCheckIn _ -> MeetingRules.beginCheckIn(state, now);
            case OpeningCommand.SignInBidder c -> MeetingRules.signIn(state, c, now);
            case OpeningCommand.RecordAbsence c -> MeetingRules.absent(state, c, now);
            case OpeningCommand.CloseSubmission _ -> MeetingRules.close(state, now);
            case OpeningCommand.OpenMeeting c -> MeetingRules.open(state, c, now);
            case OpeningCommand.CountBids _ -> MeetingRules.count(state, now);
            case OpeningCommand.PublishList _ -> MeetingRules.publish(state, now);
            case OpeningCommand.Drawing c -> DrawRules.decide(state, c, now);
            case OpeningCommand.BeginDecryption _ -> DecryptionRules.begin(state, now);
            case OpeningCommand.RecordAttempt c -> DecryptionRules.attempt(state, c, now);
            case OpeningCommand.HandInPlainBid c -> DecryptionRules.handIn(state, c, now);
            case OpeningCommand.DecideCause c -> DecryptionRules.cause(state, c, now);
            case OpeningCommand.CloseDecryption _ -> DecryptionRules.close(state, now);
            case OpeningCommand.Keyed c -> KeyRules.decide(state, c, who, now);
            case OpeningCommand.BeginReadOut _ -> HearingRules.beginReading(state, now);
            case OpeningCommand.ConfirmReading c -> HearingRules.confirm(state, c, now);
            case OpeningCommand.BeginObjections _ -> HearingRules.beginObjections(state, now);
            case OpeningCommand.RaiseObjection c -> HearingRules.raise(state, c, now);
            case OpeningCommand.AnswerObjection c -> HearingRules.answer(state, c, now);
            case OpeningCommand.SettleObjection c -> HearingRules.settle(state, c, now);
            case OpeningCommand.CloseObjections _ -> HearingRules.closeObjections(state, now);
            case OpeningCommand.DraftRecord c -> SigningRules.draft(state, c, now);
            case OpeningCommand.SignRecord c -> SigningRules.sign(state, c, now);
            case OpeningCommand.RefuseToSign c -> SigningRules.refuseToSign(state, c, now);
            case OpeningCommand.End _ -> SigningRules.end(state, now);
            case OpeningCommand.HandOverBids c -> SigningRules.handOver(state, c, now);
            case OpeningCommand.Suspend c -> MeetingRules.suspend(state, c, now);
            case OpeningCommand.Resume _ -> MeetingRules.resume(state, now);
            case OpeningCommand.Terminate c -> MeetingRules.terminate(state, c, now);
        };
    }

    static Decision<OpeningEvent, OpeningRefusal> accept(OpeningEvent event) {
        return Decision.accept(event);
    }

    static Decision<OpeningEvent, OpeningRefusal> refuse(OpeningRefusal reason) {
        return Decision.refuse(reason);
    }

    /// `step` when the opening is in one of `phases`, else what has to be done first.
    static Decision<OpeningEvent, OpeningRefusal> in(Opening state,
            Supplier<Decision<OpeningEvent, OpeningRefusal>> step, Phase... phases) {
        return missing(state.phase(), phases).map(OpeningRules::refuse).orElseGet(step);
    }

    private static Optional<OpeningRefusal> missing(Phase now, Phase... allowed) {
        if (Arrays.asList(allowed).contains(now)) {
            return Optional.empty();
        }
        if (now == SUSPENDED) {
            return Optional.of(OpeningRefusal.MEETING_SUSPENDED);
        }
        var first = Arrays.stream(allowed).min(Phase::compareTo).orElseThrow();
        if (now.isOver() && !(now == ENDED && first == HANDED_TO_EVALUATION)) {
            return Optional.of(OpeningRefusal.MEETING_OVER);
        }
        return Optional.of(now.compareTo(first) < 0 ? before(now) : OpeningRefusal.STEP_DONE);
    }

    /// What has to happen to leave `phase`.
    private static OpeningRefusal before(Phase phase) {
        return switch (phase) {
            case DRAFT -> OpeningRefusal.NOT_PREPARED;
            case READY -> OpeningRefusal.CHECK_IN_NOT_BEGUN;
            case CHECK_IN -> OpeningRefusal.SUBMISSION_OPEN;
            case CLOSED_FOR_SUBMISSION -> OpeningRefusal.NOT_COUNTED;
            case COUNTED -> OpeningRefusal.DECRYPTION_NOT_BEGUN;
            case DRAW -> OpeningRefusal.DRAW_UNFINISHED;
            case DECRYPTION -> OpeningRefusal.DECRYPTION_UNFINISHED;
            case IMPORTED -> OpeningRefusal.READ_OUT_NOT_BEGUN;
            case READ_OUT -> OpeningRefusal.READ_OUT_UNFINISHED;
            case OBJECTION_WINDOW -> OpeningRefusal.OBJECTIONS_OPEN;
            case RECORD_DRAFT -> OpeningRefusal.RECORD_NOT_DRAFTED;
            case SIGNING -> OpeningRefusal.SIGNATURES_MISSING;
            case SUSPENDED -> OpeningRefusal.MEETING_SUSPENDED;
            case ENDED, HANDED_TO_EVALUATION, NOT_OPENED, TERMINATED ->
                OpeningRefusal.MEETING_OVER;
        };
    }
}
