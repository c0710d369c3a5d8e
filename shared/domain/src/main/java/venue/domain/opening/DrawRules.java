package venue.domain.opening;

import static venue.domain.opening.OpeningRules.accept;
import static venue.domain.opening.OpeningRules.in;
import static venue.domain.opening.OpeningRules.refuse;
import static venue.domain.opening.Phase.COUNTED;
import static venue.domain.opening.Phase.DRAW;

import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import venue.domain.base.Decision;
import venue.domain.base.Digest;
import venue.domain.draw.Draw;
import venue.domain.tender.DrawPlan;

/// The draw of a coefficient: everybody commits, dice are thrown, everybody shows, the machine
/// last.
final class DrawRules {

    private static final Pattern PARTY = Pattern.compile("[a-z0-9-]{1,20}");
    private static final Pattern NONCE = Pattern.compile("[0-9a-f]{64}");
    private static final int FEWEST_DICE = 3;
    private static final int MOST_DICE = 50;

    private DrawRules() {}

    static Decision<OpeningEvent, OpeningRefusal> decide(Opening state,
            OpeningCommand.Drawing command, Instant now) {
        return switch (command) {
            case OpeningCommand.BeginDraw c -> begin(state, c, now);
            case OpeningCommand.CommitNonce c -> commit(state, c, now);
            case OpeningCommand.RecordDice c -> dice(state, c, now);
            case OpeningCommand.RevealNonce c -> reveal(state, c, now);
            case OpeningCommand.ConcludeDraw c -> conclude(state, c, now);
            case OpeningCommand.VoidDraw c -> annul(state, c, now);
        };
    }

    private static Decision<OpeningEvent, OpeningRefusal> begin(Opening state,
            OpeningCommand.BeginDraw c, Instant now) {
        return in(state, () -> {
            if (!state.listPublished()) {
                return refuse(OpeningRefusal.LIST_NOT_PUBLISHED);
            }
            if (planned(state, c.planId()).isEmpty()) {
                return refuse(OpeningRefusal.NO_SUCH_DRAW);
            }
            if (state.draw(c.planId()).filter(d -> !d.parties().isEmpty()).isPresent()) {
                return refuse(OpeningRefusal.STEP_DONE);
            }
            if (!fit(c.parties())) {
                return refuse(OpeningRefusal.PARTIES_WRONG);
            }
            int round = 1 + state.draw(c.planId()).map(d -> d.voided().size()).orElse(0);
            var drawId = state.tender().id() + "/" + c.planId() + "/" + round;
            return accept(new OpeningEvent.DrawBegan(c.planId(), drawId, c.parties(), now));
        }, COUNTED, DRAW);
    }

    private static Decision<OpeningEvent, OpeningRefusal> commit(Opening state,
            OpeningCommand.CommitNonce c, Instant now) {
        return running(state, c.planId(), draw -> {
            if (!draw.parties().contains(c.party())) {
                return refuse(OpeningRefusal.PARTIES_WRONG);
            }
            return draw.commitments().containsKey(c.party())
                    ? refuse(OpeningRefusal.ALREADY_COMMITTED)
                    : accept(new OpeningEvent.NonceCommitted(c.planId(), c.party(),
                            c.commitment(), now));
        });
    }

    private static Decision<OpeningEvent, OpeningRefusal> dice(Opening state,
            OpeningCommand.RecordDice c, Instant now) {
        return running(state, c.planId(), draw -> {
            if (!draw.committed()) {
                return refuse(OpeningRefusal.COMMITMENTS_MISSING);
            }
            if (!draw.dice().isEmpty()) {
                return refuse(OpeningRefusal.STEP_DONE);
            }
            if (c.firstReader().equals(c.secondReader())) {
                return refuse(OpeningRefusal.SAME_READER);
            }
            if (!c.first().equals(c.second())) {
                return refuse(OpeningRefusal.DICE_DIFFER);
            }
            boolean possible = c.first().size() >= FEWEST_DICE && c.first().size() <= MOST_DICE
                    && c.first().stream().allMatch(n -> n >= 0 && n <= 99);
            return possible
                    ? accept(new OpeningEvent.DiceRecorded(c.planId(), List.copyOf(c.first()),
                            c.firstReader(), c.secondReader(), now))
                    : refuse(OpeningRefusal.DICE_WRONG);
        });
    }

    private static Decision<OpeningEvent, OpeningRefusal> reveal(Opening state,
            OpeningCommand.RevealNonce c, Instant now) {
        return running(state, c.planId(), draw -> {
            var committed = Optional.<Digest>ofNullable(draw.commitments().get(c.party()));
            if (draw.dice().isEmpty()) {
                return refuse(OpeningRefusal.DICE_MISSING);
            }
            if (committed.isEmpty()) {
                return refuse(OpeningRefusal.PARTIES_WRONG);
            }
            if (draw.nonces().containsKey(c.party())) {
                return refuse(OpeningRefusal.STEP_DONE);
            }
            boolean othersShown = draw.nonces().size() == draw.parties().size() - 1;
            if (c.party().equals(CoefficientDraw.MACHINE) && !othersShown) {
                return refuse(OpeningRefusal.MACHINE_SHOWS_LAST);
            }
            if (!NONCE.matcher(c.nonce()).matches() || !Draw
                    .commitment(draw.drawId(), c.party(), HexFormat.of().parseHex(c.nonce()))
                    .equals(committed.get())) {
                return refuse(OpeningRefusal.NONCE_MISMATCH);
            }
            return accept(
                    new OpeningEvent.NonceRevealed(c.planId(), c.party(), c.nonce(), now));
        });
    }

    private static Decision<OpeningEvent, OpeningRefusal> conclude(Opening state,
            OpeningCommand.ConcludeDraw c, Instant now) {
        return running(state, c.planId(), draw -> {
            if (!draw.revealed()) {
                return refuse(OpeningRefusal.NONCES_MISSING);
            }
            var transcript = draw.transcript();
            var value = Draw.taken(transcript, draw.plan().values()).getFirst();
            return accept(new OpeningEvent.DrawConcluded(c.planId(), value, transcript.text(),
                    now));
        });
    }

    private static Decision<OpeningEvent, OpeningRefusal> annul(Opening state,
            OpeningCommand.VoidDraw c, Instant now) {
        return running(state, c.planId(),
                _ -> c.reason().isBlank()
                        ? refuse(OpeningRefusal.REASON_MISSING)
                        : accept(new OpeningEvent.DrawVoided(c.planId(), c.reason().strip(),
                                now)));
    }

    static Optional<DrawPlan> planned(Opening state, String planId) {
        return state.tender().draws().stream().filter(plan -> plan.id().equals(planId))
                .findFirst();
    }

    private static Decision<OpeningEvent, OpeningRefusal> running(Opening state, String planId,
            Function<CoefficientDraw, Decision<OpeningEvent, OpeningRefusal>> step) {
        return in(state, () -> {
            var draw = state.draw(planId).filter(d -> !d.parties().isEmpty());
            if (draw.isEmpty()) {
                return refuse(OpeningRefusal.NO_SUCH_DRAW);
            }
            return draw.get().result().isPresent()
                    ? refuse(OpeningRefusal.STEP_DONE)
                    : step.apply(draw.get());
        }, DRAW);
    }

    private static boolean fit(List<String> parties) {
        return parties.size() >= 2 && parties.contains(CoefficientDraw.MACHINE)
                && new HashSet<>(parties).size() == parties.size()
                && parties.stream().allMatch(party -> PARTY.matcher(party).matches());
    }
}
