package venue.domain.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.domain.tender.Person;

/// One member of the committee and all that the member's own desk has written, in order. The latest
/// draft takes the place of the one before; everything else stays.
public record Member(Person person, List<EvaluationEvent> deeds) {

    public Member {
        deeds = List.copyOf(deeds);
    }

    static Member fresh(Person person) {
        return new Member(person, List.of());
    }

    Member with(EvaluationEvent deed) {
        var all = new ArrayList<>(deeds);
        if (deed instanceof EvaluationEvent.BallotDrafted
                || deed instanceof EvaluationEvent.ReviewDrafted) {
            all.removeIf(earlier -> earlier.getClass() == deed.getClass());
        }
        all.add(deed);
        return new Member(person, all);
    }

    /// The first deed of a kind: where a thing can happen once, the first counts.
    public <T extends EvaluationEvent> Optional<T> first(Class<T> kind) {
        return deeds.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /// All deeds of a kind, in order.
    public <T extends EvaluationEvent> List<T> all(Class<T> kind) {
        return deeds.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// Whether there is a deed of this kind.
    public boolean has(Class<? extends EvaluationEvent> kind) {
        return deeds.stream().anyMatch(kind::isInstance);
    }

    /// Signed in, declared and not recused.
    public boolean isReady() {
        return has(EvaluationEvent.MemberSignedIn.class)
                && has(EvaluationEvent.ExpertDeclared.class)
                && !has(EvaluationEvent.ExpertRecused.class);
    }
}
