package venue.evaluation.screen.election;

import java.util.List;
import java.util.Optional;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.evaluation.Evaluation;
import venue.domain.evaluation.Stage;

/// The election of the chair as the members may see it: how many have voted, and the counts of
/// complete rounds only.
///
/// @param open whether votes are taken now
public record ElectionSheet(int round, int voted, int members, List<Candidate> candidates,
        Optional<String> chair, boolean open, boolean haveVoted) {

    public ElectionSheet {
        candidates = List.copyOf(candidates);
    }

    /// A member who can be voted for.
    ///
    /// @param votes in the last complete round; empty before
    public record Candidate(PersonId id, String name, Role role, String unit,
            Optional<Integer> votes) {}

    /// The sheet of the member `me`.
    public static ElectionSheet of(Evaluation now, PersonId me) {
        var election = now.election();
        boolean counted = !election.counts().isEmpty() || election.chair().isPresent();
        var candidates = now.committee().stream()
                .filter(member -> now.brief().mayChair(member.person()))
                .map(member -> new Candidate(member.person().id(), member.person().name(),
                        member.person().role(), member.person().unit(),
                        counted
                                ? Optional.of(
                                        election.counts().getOrDefault(member.person().id(), 0))
                                : Optional.empty()))
                .toList();
        return new ElectionSheet(election.round(), election.voted().size(), now.seated().size(),
                candidates,
                election.chair().flatMap(now::member).map(member -> member.person().name()),
                now.stage() == Stage.ELECTION, election.voted().contains(me));
    }
}
