package venue.domain.evaluation;

import java.util.List;
import java.util.Optional;
import venue.domain.base.DeviceId;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.tender.Person;
import venue.domain.tender.Regime;
import venue.domain.tender.Tender;

/// What a desk knows before the evaluation begins (`brief.json` of the evaluation package).
///
/// @param people the committee in the order of its seats, then the drawn substitutes (备选专家) in the
///         order in which they step in, and the host
/// @param seats the committee's desks; their number is the size of the committee
public record EvaluationBrief(Tender tender, EvaluationPlan plan, List<Person> people,
        List<DeviceId> seats) {

    public EvaluationBrief {
        people = List.copyOf(people);
        seats = List.copyOf(seats);
    }

    /// The members as convened (评标委员会), in the order of the seats.
    public List<Person> committee() {
        return eligible().stream().limit(seats.size()).toList();
    }

    /// The drawn substitutes, in the order in which they step in.
    public List<Person> substitutes() {
        return eligible().stream().skip(seats.size()).toList();
    }

    /// Somebody by id.
    public Optional<Person> person(PersonId id) {
        return people.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    /// Five or more, an odd number, at least two thirds of them experts (招标投标法 第三十七条).
    public boolean isLawful(List<Person> members) {
        long experts = members.stream().filter(person -> person.role() == Role.EXPERT).count();
        return members.size() >= 5 && members.size() % 2 == 1 && experts * 3 >= members.size() * 2L;
    }

    /// Whether this member may take the chair (87号令 第四十五条).
    public boolean mayChair(Person member) {
        return tender.regime() == Regime.Z || member.role() == Role.EXPERT;
    }

    private List<Person> eligible() {
        return people.stream().filter(
                person -> person.role() == Role.EXPERT || person.role() == Role.TENDERER_MEMBER)
                .toList();
    }
}
