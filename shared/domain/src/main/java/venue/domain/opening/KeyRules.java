package venue.domain.opening;

import static venue.domain.opening.OpeningRules.accept;
import static venue.domain.opening.OpeningRules.in;
import static venue.domain.opening.OpeningRules.refuse;
import static venue.domain.opening.Phase.CHECK_IN;
import static venue.domain.opening.Phase.CLOSED_FOR_SUBMISSION;
import static venue.domain.opening.Phase.COUNTED;
import static venue.domain.opening.Phase.DECRYPTION;
import static venue.domain.opening.Phase.DRAW;
import static venue.domain.opening.Phase.READY;

import java.time.Instant;
import java.util.Optional;

import venue.domain.base.Acting;
import venue.domain.base.Decision;
import venue.domain.base.Role;

/// The opening key (开标密钥): noted from the project package, opened by holders together, and the
/// remedies when a bidder's certificate fails (电子招标投标办法 第三十、三十一条).
final class KeyRules {

    private KeyRules() {}

    static Decision<OpeningEvent, OpeningRefusal> decide(Opening state,
            OpeningCommand.Keyed command, Acting who, Instant now) {
        return switch (command) {
            case OpeningCommand.NoteOpeningKey c -> note(state, c, now);
            case OpeningCommand.GiveShare c -> give(state, c, now);
            case OpeningCommand.RejectShare c -> reject(state, c, now);
            case OpeningCommand.ApproveRescue c -> rescue(state, c, who, now);
        };
    }

    private static Decision<OpeningEvent, OpeningRefusal> note(Opening state,
            OpeningCommand.NoteOpeningKey c, Instant now) {
        return in(state,
                () -> state.keys().isPresent()
                        ? refuse(OpeningRefusal.STEP_DONE)
                        : accept(new OpeningEvent.OpeningKeyNoted(c.card(), now)),
                READY, CHECK_IN, CLOSED_FOR_SUBMISSION, COUNTED, DRAW, DECRYPTION);
    }

    private static Decision<OpeningEvent, OpeningRefusal> give(Opening state,
            OpeningCommand.GiveShare c, Instant now) {
        return in(state, () -> {
            if (!now.isAfter(state.tender().deadline())) {
                return refuse(OpeningRefusal.BEFORE_DEADLINE);
            }
            var holder = state.keys().flatMap(table -> table.card().holder(c.holder()));
            if (holder.isEmpty()) {
                return refuse(OpeningRefusal.NOT_A_HOLDER);
            }
            if (state.keys().flatMap(table -> table.of(c.holder()))
                    .filter(given -> given.bids() >= c.bids()).isPresent()) {
                return refuse(OpeningRefusal.SHARE_GIVEN);
            }
            return accept(new OpeningEvent.ShareGiven(c.holder(), holder.get().name(),
                    c.certificateSerial(), c.basis(), c.release(), c.bids(), now));
        }, COUNTED, DRAW, DECRYPTION);
    }

    private static Decision<OpeningEvent, OpeningRefusal> reject(Opening state,
            OpeningCommand.RejectShare c, Instant now) {
        return in(state,
                () -> c.reason().isBlank()
                        ? refuse(OpeningRefusal.REASON_MISSING)
                        : accept(new OpeningEvent.ShareRejected(c.name(), c.certificateSerial(),
                                c.reason(), now)),
                READY, CHECK_IN, CLOSED_FOR_SUBMISSION, COUNTED, DRAW, DECRYPTION);
    }

    private static Decision<OpeningEvent, OpeningRefusal> rescue(Opening state,
            OpeningCommand.ApproveRescue c, Acting who, Instant now) {
        return DecryptionRules.sealed(state, c.bidder(), bid -> {
            if (state.keys().filter(table -> table.card().remedies().contains(c.way()))
                    .isEmpty()) {
                return refuse(OpeningRefusal.RESCUE_NOT_PROVIDED);
            }
            if (bid.attempts().isEmpty()) {
                return refuse(OpeningRefusal.NO_ATTEMPT);
            }
            if (!DecryptionRules.isOpen(state, now)) {
                return refuse(OpeningRefusal.WINDOW_OVER);
            }
            if (c.way() == KeyCard.RescueWay.RESCUE_CODE
                    && !state.keys().filter(KeyTable::isMet).isPresent()) {
                return refuse(OpeningRefusal.QUORUM_MISSING);
            }
            if (c.reason().isBlank()) {
                return refuse(OpeningRefusal.REASON_MISSING);
            }
            return approver(state, c, who).map(OpeningRules::refuse)
                    .orElseGet(() -> accept(new OpeningEvent.RescueApproved(c.bidder(), c.way(),
                            c.reason().strip(), c.approver(), c.certificateSerial(), c.cms(),
                            now)));
        });
    }

    /// A second person, the opening's supervisor, with the certificate on the list.
    private static Optional<OpeningRefusal> approver(Opening state,
            OpeningCommand.ApproveRescue c, Acting who) {
        var person = state.known().person(c.approver());
        if (person.isEmpty() || person.get().role() != Role.OPENING_SUPERVISOR
                || c.approver().equals(who.person())) {
            return Optional.of(OpeningRefusal.RESCUE_NEEDS_SUPERVISOR);
        }
        return person.get().certificate().equals(c.certificate())
                ? Optional.empty()
                : Optional.of(OpeningRefusal.CERTIFICATE_NOT_HIS);
    }

    /// Whether the bidder's certificate was at the desk, or a remedy was approved in its place.
    static boolean isByBidder(Opening state, OpeningCommand.HandInPlainBid c) {
        return state.keys().isEmpty() || !c.probes().presentedSerial().isEmpty()
                || state.keys().flatMap(table -> table.rescue(c.bidder())).isPresent();
    }

    /// Whether the tender side's half of this bid may be used: enough holders gave, or the bidder's
    /// own backup was approved; always where the tender has a single key.
    static boolean mayOpen(Opening state, Bid bid) {
        return state.keys().isEmpty() || state.keys().filter(KeyTable::isMet).isPresent()
                || state.keys().flatMap(table -> table.rescue(bid.bidder()))
                        .filter(rescue -> rescue.way() == KeyCard.RescueWay.BACKUP_FILE)
                        .isPresent();
    }
}
