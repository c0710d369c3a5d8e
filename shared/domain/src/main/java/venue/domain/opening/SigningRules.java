package venue.domain.opening;

import static venue.domain.opening.OpeningRules.accept;
import static venue.domain.opening.OpeningRules.in;
import static venue.domain.opening.OpeningRules.refuse;
import static venue.domain.opening.Phase.ENDED;
import static venue.domain.opening.Phase.RECORD_DRAFT;
import static venue.domain.opening.Phase.SIGNING;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

import venue.domain.base.Decision;
import venue.domain.base.PersonId;
import venue.domain.base.Role;

/// The opening record on paper (开标记录): drafted, signed or refused, the meeting ended, the bids
/// handed over.
final class SigningRules {

    private SigningRules() {}

    static Decision<OpeningEvent, OpeningRefusal> draft(Opening state,
            OpeningCommand.DraftRecord c, Instant now) {
        return in(state, () -> accept(new OpeningEvent.RecordDrafted(state.drafts().size() + 1,
                c.sha256(), c.sm3(), now)), RECORD_DRAFT);
    }

    static Decision<OpeningEvent, OpeningRefusal> sign(Opening state,
            OpeningCommand.SignRecord c, Instant now) {
        return unsigned(state, c.duty(), c.person(), (draft, signer) -> {
            if (!c.signed().equals(draft.sha256())) {
                return refuse(OpeningRefusal.ANOTHER_DOCUMENT);
            }
            boolean his = state.known().person(c.person())
                    .filter(person -> person.certificate().equals(c.certificate())).isPresent();
            return his
                    ? accept(new OpeningEvent.RecordSigned(draft.number(), c.duty(),
                            c.person(), signer.name(), c.certificateSerial(), c.cms(), now))
                    : refuse(OpeningRefusal.CERTIFICATE_NOT_HIS);
        });
    }

    static Decision<OpeningEvent, OpeningRefusal> refuseToSign(Opening state,
            OpeningCommand.RefuseToSign c, Instant now) {
        return unsigned(state, c.duty(), c.person(), (draft, signer) -> {
            if (c.duty() == Role.HOST) {
                return refuse(OpeningRefusal.HOST_MUST_SIGN);
            }
            return c.reason().isBlank()
                    ? refuse(OpeningRefusal.REASON_MISSING)
                    : accept(new OpeningEvent.SignatureRefused(draft.number(), c.duty(),
                            c.person(), signer.name(), c.reason().strip(), now));
        });
    }

    static Decision<OpeningEvent, OpeningRefusal> end(Opening state, Instant now) {
        return in(state, () -> Signer.waiting(state).isEmpty()
                ? accept(new OpeningEvent.OpeningEnded(now))
                : refuse(OpeningRefusal.SIGNATURES_MISSING), SIGNING);
    }

    static Decision<OpeningEvent, OpeningRefusal> handOver(Opening state,
            OpeningCommand.HandOverBids c, Instant now) {
        return in(state, () -> c.recipients().isEmpty()
                ? refuse(OpeningRefusal.NO_RECIPIENT)
                : accept(new OpeningEvent.BidsHandedOver(c.parcel(), c.recipients(), now)),
                ENDED);
    }

    private static Decision<OpeningEvent, OpeningRefusal> unsigned(Opening state, Role duty,
            PersonId person,
            BiFunction<RecordVersion, Signer, Decision<OpeningEvent, OpeningRefusal>> step) {
        return in(state, () -> {
            var draft = state.draft().orElseThrow();
            Optional<Signer> signer = Signer.of(state).stream()
                    .filter(s -> s.duty() == duty && s.person().equals(person)).findFirst();
            if (signer.isEmpty()) {
                return refuse(OpeningRefusal.SIGNER_NOT_LISTED);
            }
            return draft.of(duty, person).isPresent()
                    ? refuse(OpeningRefusal.ALREADY_SIGNED)
                    : step.apply(draft, signer.get());
        }, SIGNING);
    }
}
