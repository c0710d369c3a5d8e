package venue.evaluation.screen.replacement;

import java.time.Instant;
import java.util.Optional;
import venue.domain.base.PersonId;
import venue.domain.evaluation.Evaluation;
import venue.domain.evaluation.EvaluationEvent.ExpertRecused;
import venue.domain.evaluation.Relation;
import venue.domain.tender.Person;

/// Who leaves and why, and who is next.
///
/// @param at when the member withdrew
public record ReplacementSheet(String leaving, Optional<Relation> relation, String reason,
        Optional<Instant> at, Optional<Person> substitute) {

    /// The sheet for the member who leaves.
    public static ReplacementSheet of(Evaluation now, PersonId leaving) {
        var member = now.member(leaving);
        var recusal = member.flatMap(one -> one.first(ExpertRecused.class));
        return new ReplacementSheet(
                member.map(one -> one.person().name()).orElse(leaving.value()),
                recusal.map(ExpertRecused::relation),
                recusal.map(ExpertRecused::reason).orElse(""), recusal.map(ExpertRecused::at),
                now.nextSubstitute());
    }
}
