package venue.domain.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import venue.domain.base.PersonId;
import venue.domain.evaluation.EvaluationEvent.ChairVoted;

/// The election of the chair (推选组长): everybody votes, round after round until one member has more
/// than half of all votes.
///
/// @param round the round that is being voted on, or the last one
/// @param voted who voted in it
/// @param counts votes in the last complete round, by candidate
public record Election(int round, List<PersonId> voted, SortedMap<PersonId, Integer> counts,
        Optional<PersonId> chair) {

    public Election {
        voted = List.copyOf(voted);
    }

    static Election of(Evaluation evaluation) {
        SortedMap<PersonId, Integer> counts = new TreeMap<>();
        for (int round = 1;; round++) {
            var votes = votes(evaluation, round);
            if (votes.size() < evaluation.seated().size()) {
                return new Election(round, List.copyOf(votes.keySet()), counts, Optional.empty());
            }
            counts = count(votes);
            var chair = counts.entrySet().stream()
                    .filter(entry -> entry.getValue() * 2 > evaluation.seated().size())
                    .map(Map.Entry::getKey).findFirst();
            if (chair.isPresent()) {
                return new Election(round, List.copyOf(votes.keySet()), counts, chair);
            }
        }
    }

    private static SortedMap<PersonId, PersonId> votes(Evaluation evaluation, int round) {
        var votes = new TreeMap<PersonId, PersonId>();
        for (var member : evaluation.committee()) {
            member.all(ChairVoted.class).stream()
                    .filter(vote -> vote.round() == round && evaluation.sits(vote.candidate()))
                    .findFirst()
                    .ifPresent(vote -> votes.put(member.person().id(), vote.candidate()));
        }
        return votes;
    }

    private static SortedMap<PersonId, Integer> count(SortedMap<PersonId, PersonId> votes) {
        var counts = new TreeMap<PersonId, Integer>();
        votes.values().forEach(candidate -> counts.merge(candidate, 1, Integer::sum));
        return counts;
    }
}
