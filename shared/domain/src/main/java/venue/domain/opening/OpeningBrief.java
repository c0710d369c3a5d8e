package venue.domain.opening;

import java.util.List;
import java.util.Optional;

import venue.domain.base.PersonId;
import venue.domain.tender.Person;
import venue.domain.tender.Receipt;
import venue.domain.tender.Tender;

/// What the hall is told about a tender before its opening (开标任务书): `brief.json` of the project
/// package.
///
/// @param people who may act, bound to certificates
/// @param receipts of the bids delivered so far
public record OpeningBrief(Tender tender, List<Person> people, List<Receipt> receipts) {
    public OpeningBrief {
        people = List.copyOf(people);
        receipts = List.copyOf(receipts);
    }

    /// The person called `id`, if listed.
    public Optional<Person> person(PersonId id) {
        return people.stream().filter(person -> person.id().equals(id)).findFirst();
    }
}
