package venue.verifier.check;

import java.util.List;
import venue.domain.draw.Draw;
import venue.domain.draw.Transcript;
import venue.domain.opening.OpeningEvent.DiceRecorded;
import venue.domain.opening.OpeningEvent.DrawConcluded;
import venue.domain.opening.OpeningEvent.NonceCommitted;
import venue.domain.tender.DrawPlan;
import venue.verifier.read.Entry;

/// V306: each draw made again from its printed minutes.
final class Draws {

    private final Probe probe;

    Draws(Probe probe) {
        this.probe = probe;
    }

    void run() {
        var concluded = probe.dossier().entries(DrawConcluded.class);
        for (var plan : probe.dossier().openingBrief().tender().draws()) {
            probe.check(
                    concluded.stream()
                            .anyMatch(e -> ((DrawConcluded) e.fact()).planId().equals(plan.id())),
                    plan.id(), "not-drawn");
        }
        for (var entry : concluded) {
            again(entry, (DrawConcluded) entry.fact());
        }
        if (concluded.isEmpty()) {
            probe.nothingToDo();
        }
    }

    private void again(Entry entry, DrawConcluded drawn) {
        try {
            var transcript = Transcript.parse(drawn.transcript());
            var plan = probe.dossier().openingBrief().tender().draws().stream()
                    .filter(p -> p.id().equals(drawn.planId())).findFirst();
            probe.check(transcript.unfaithful().isEmpty(), entry.place(), "draw-commitment",
                    transcript.unfaithful());
            probe.check(
                    plan.map(DrawPlan::values).map(pool -> Draw.taken(transcript, pool))
                            .equals(java.util.Optional.of(List.of(drawn.value()))),
                    entry.place(), "draw-result", drawn.value());
            for (var given : transcript.contributions()) {
                probe.check(probe.dossier().facts(NonceCommitted.class).stream()
                        .anyMatch(c -> c.planId().equals(drawn.planId())
                                && c.party().equals(given.party())
                                && c.commitment().equals(given.commitment())),
                        entry.place(), "draw-commitment", given.party());
            }
            probe.check(probe.dossier().facts(DiceRecorded.class).stream()
                    .anyMatch(d -> d.planId().equals(drawn.planId())
                            && d.dice().equals(transcript.dice())),
                    entry.place(), "draw-dice");
        } catch (IllegalArgumentException e) {
            probe.check(false, entry.place(), "draw-transcript", drawn.planId());
        }
    }
}
