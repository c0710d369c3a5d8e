package venue.bidopen.session;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import venue.crypto.Detached;
import venue.crypto.Token;
import venue.domain.base.Digest;
import venue.domain.base.Role;
import venue.domain.opening.Bid;
import venue.domain.opening.KeyCard;
import venue.domain.opening.Opening;
import venue.domain.opening.OpeningCommand;

/// Approving a remedy of the tender documents for one bid (启用补救方案): the opening's supervisor signs
/// the reason together with what exactly it is for.
public final class Rescuing {

    private final Workplace place;

    /// At `place`.
    public Rescuing(Workplace place) {
        this.place = place;
    }

    /// The command that records the approval, signed with the supervisor's `medium`. `pin` is
    /// wiped.
    public OpeningCommand approve(Opening opening, Bid bid, KeyCard.RescueWay way, String reason,
            Path medium, char[] pin) {
        try (var token = place.open(medium, pin)) {
            return approve(opening, bid, way, reason.strip(), token);
        }
    }

    private OpeningCommand approve(Opening opening, Bid bid, KeyCard.RescueWay way, String reason,
            Token token) {
        var certificate = new Digest(token.signing().sha256());
        var person = opening.known().people().stream()
                .filter(each -> each.role() == Role.OPENING_SUPERVISOR
                        && each.certificate().equals(certificate))
                .findFirst()
                .orElseThrow(() -> BidOpenFailure.notSupervisor(token.signing().holder()));
        var content = statement(opening, bid, way, reason).getBytes(StandardCharsets.UTF_8);
        var cms = Detached.sign(token, content, place.clock().instant());
        return new OpeningCommand.ApproveRescue(bid.bidder(), way, reason, person.id(),
                certificate, token.signing().serialHex(), cms.base64());
    }

    /// What the supervisor signs: lines that anybody can put together again from the record.
    public static String statement(Opening opening, Bid bid, KeyCard.RescueWay way,
            String reason) {
        return "venue-rescue/1\n" + opening.tender().id().value() + "\n" + bid.bidder().value()
                + "\n" + bid.receipt().sha256().hex() + "\n" + way + "\n" + reason.strip() + "\n";
    }
}
