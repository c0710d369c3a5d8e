package venue.domain.opening;

import java.util.Set;

import venue.domain.base.Role;

/// Who may give which command at an opening (职责分工).
final class OpeningRoles {

    private static final Set<Role> HOST = Set.of(Role.HOST);
    private static final Set<Role> DESK = Set.of(Role.HOST, Role.AGENCY, Role.RECORDER);
    private static final Set<Role> UNATTENDED = Set.of(Role.HOST, Role.AGENCY, Role.RECORDER,
            Role.SYSTEM);
    private static final Set<Role> READING = Set.of(Role.HOST, Role.AGENCY, Role.RECORDER,
            Role.READER);
    private static final Set<Role> SIGNERS = Set.of(Role.HOST, Role.AGENCY, Role.RECORDER,
            Role.READER, Role.OPENING_SUPERVISOR, Role.TENDERER, Role.BIDDER);

    private OpeningRoles() {}

    static Set<Role> allowed(OpeningCommand command) {
        return switch (command) {
            case OpeningCommand.RegisterReceipt _,OpeningCommand.RefuseBid _,OpeningCommand.CloseSubmission _ ->
                UNATTENDED;
            case OpeningCommand.ConfirmReading _ -> READING;
            case OpeningCommand.SignRecord _,OpeningCommand.RefuseToSign _ -> SIGNERS;
            case OpeningCommand.OpenMeeting _,OpeningCommand.CountBids _,OpeningCommand.PublishList _,OpeningCommand.BeginDecryption _,OpeningCommand.DecideCause _,OpeningCommand.CloseDecryption _,OpeningCommand.End _,OpeningCommand.HandOverBids _,OpeningCommand.Suspend _,OpeningCommand.Resume _,OpeningCommand.Terminate _ ->
                HOST;
            case OpeningCommand.Prepare _,OpeningCommand.BeginCheckIn _,OpeningCommand.SignInBidder _,OpeningCommand.RecordAbsence _,OpeningCommand.BeginDraw _,OpeningCommand.CommitNonce _,OpeningCommand.RecordDice _,OpeningCommand.RevealNonce _,OpeningCommand.ConcludeDraw _,OpeningCommand.VoidDraw _,OpeningCommand.RecordAttempt _,OpeningCommand.HandInPlainBid _,OpeningCommand.BeginReadOut _,OpeningCommand.BeginObjections _,OpeningCommand.RaiseObjection _,OpeningCommand.AnswerObjection _,OpeningCommand.SettleObjection _,OpeningCommand.CloseObjections _,OpeningCommand.DraftRecord _ ->
                DESK;
        };
    }
}
