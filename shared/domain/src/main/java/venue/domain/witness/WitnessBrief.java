package venue.domain.witness;

import java.util.List;
import java.util.Optional;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.tender.Person;
import venue.domain.tender.Tender;

/// What a witness's desk knows before the day begins (`brief.json` of a project package).
public record WitnessBrief(Tender tender, List<Person> people) {
    public WitnessBrief {
        people = List.copyOf(people);
    }

    /// The person with this id.
    public Optional<Person> person(PersonId id) {
        return people.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    /// Everybody in one role.
    public List<Person> in(Role role) {
        return people.stream().filter(person -> person.role() == role).toList();
    }
}
