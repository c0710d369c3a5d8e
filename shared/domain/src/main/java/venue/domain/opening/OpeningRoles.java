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
            case OpeningCommand.RegisterReceipt _ -> UNATTENDED;
            case OpeningCommand.RefuseBid _ -> UNATTENDED;
            case OpeningCommand.CloseSubmission _ -> UNATTENDED;
            case OpeningCommand.ConfirmReading _ -> READING;
            case OpeningCommand.SignRecord _ -> SIGNERS;
            case OpeningCommand.RefuseToSign _ -> SIGNERS;
            case OpeningCommand.OpenMeeting _ -> HOST;
            case OpeningCommand.CountBids _ -> HOST;
            case OpeningCommand.PublishList _ -> HOST;
            case OpeningCommand.BeginDecryption _ -> HOST;
            case OpeningCommand.DecideCause _ -> HOST;
            case OpeningCommand.CloseDecryption _ -> HOST;
            case OpeningCommand.End _ -> HOST;
            case OpeningCommand.HandOverBids _ -> HOST;
            case OpeningCommand.Suspend _ -> HOST;
            case OpeningCommand.Resume _ -> HOST;
            case OpeningCommand.Terminate _ -> HOST;
            case OpeningCommand.Prepare _ -> DESK;
            case OpeningCommand.BeginCheckIn _ -> DESK;
            case OpeningCommand.SignInBidder _ -> DESK;
            case OpeningCommand.RecordAbsence _ -> DESK;
            case OpeningCommand.Drawing _ -> DESK;
            case OpeningCommand.ApproveRescue _ -> HOST;
            case OpeningCommand.Keyed _ -> DESK;
            case OpeningCommand.RecordAttempt _ -> DESK;
            case OpeningCommand.HandInPlainBid _ -> DESK;
            case OpeningCommand.BeginReadOut _ -> DESK;
            case OpeningCommand.BeginObjections _ -> DESK;
            case OpeningCommand.RaiseObjection _ -> DESK;
            case OpeningCommand.AnswerObjection _ -> DESK;
            case OpeningCommand.SettleObjection _ -> DESK;
            case OpeningCommand.CloseObjections _ -> DESK;
            case OpeningCommand.DraftRecord _ -> DESK;
        };
    }
}
