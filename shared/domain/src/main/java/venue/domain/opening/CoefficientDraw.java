package venue.domain.opening;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import venue.domain.base.Digest;
import venue.domain.draw.Draw;
import venue.domain.draw.Transcript;
import venue.domain.tender.DrawPlan;

/// A draw of the tender file under way or done (系数抽取).
///
/// @param drawId unique over all rounds of all tenders
/// @param parties who contributes a secret number; the machine is one of them
/// @param nonces hexadecimal, as shown after the dice
/// @param result the value drawn
public record CoefficientDraw(DrawPlan plan, String drawId, List<String> parties,
        Map<String, Digest> commitments, List<Integer> dice, Map<String, String> nonces,
        Optional<Result> result, List<String> voided) {

    /// The party that is the program itself; it shows its number last.
    public static final String MACHINE = "machine";

    /// What came out.
    ///
    /// @param transcript text to recompute it from
    public record Result(String value, String transcript, Instant at) {}

    public CoefficientDraw {
        parties = List.copyOf(parties);
        commitments = Map.copyOf(commitments);
        dice = List.copyOf(dice);
        nonces = Map.copyOf(nonces);
        voided = List.copyOf(voided);
    }

    /// Whether every party's commitment lies on the table.
    public boolean committed() {
        return commitments.size() == parties.size();
    }

    /// Whether every secret number has been shown.
    public boolean revealed() {
        return nonces.size() == parties.size();
    }

    /// The minutes of this draw, once everything is on the table.
    public Transcript transcript() {
        if (!revealed()) {
            throw new IllegalStateException("not all numbers are shown");
        }
        var given = parties.stream()
                .map(party -> new Transcript.Contribution(party, commitmentOf(party),
                        nonceOf(party)))
                .toList();
        return new Transcript(drawId, plan.id(), plan.values().size(),
                Draw.digestOf(plan.values()), 1, given, dice);
    }

    private Digest commitmentOf(String party) {
        return Objects.requireNonNull(commitments.get(party));
    }

    private String nonceOf(String party) {
        return Objects.requireNonNull(nonces.get(party));
    }

    CoefficientDraw committed(String party, Digest commitment) {
        var all = new TreeMap<>(commitments);
        all.put(party, commitment);
        return new CoefficientDraw(plan, drawId, parties, all, dice, nonces, result, voided);
    }

    CoefficientDraw thrown(List<Integer> numbers) {
        return new CoefficientDraw(plan, drawId, parties, commitments, numbers, nonces, result,
                voided);
    }

    CoefficientDraw revealed(String party, String nonce) {
        var all = new TreeMap<>(nonces);
        all.put(party, nonce);
        return new CoefficientDraw(plan, drawId, parties, commitments, dice, all, result, voided);
    }

    CoefficientDraw concluded(Result drawn) {
        return new CoefficientDraw(plan, drawId, parties, commitments, dice, nonces,
                Optional.of(drawn), voided);
    }
}
