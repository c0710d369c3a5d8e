package venue.domain.opening;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.tender.Person;
import venue.domain.tender.Receipt;

/// Somebody whose signature stands under the opening record (签署人), or whose refusal is noted there.
///
/// @param duty in which he signs
public record Signer(Role duty, PersonId person, String name, String unit) {

    /// All signers of `opening`: the staff, the tenderer, and the bidders' representatives who
    /// came.
    public static List<Signer> of(Opening opening) {
        var all = new ArrayList<Signer>();
        opening.staff().ifPresent(staff -> {
            add(all, opening, Role.HOST, staff.host());
            add(all, opening, Role.READER, staff.reader());
            add(all, opening, Role.RECORDER, staff.recorder());
            add(all, opening, Role.OPENING_SUPERVISOR, staff.supervisor());
        });
        var came = opening.bids().values().stream()
                .filter(bid -> bid.attendance().filter(Attendance::present).isPresent())
                .map(Bid::receipt).map(Receipt::bidderName).collect(Collectors.toSet());
        for (var person : opening.known().people()) {
            if (person.role() == Role.TENDERER) {
                all.add(as(person.role(), person));
            }
        }
        for (var person : opening.known().people()) {
            if (person.role() == Role.BIDDER && came.contains(person.unit())) {
                all.add(as(person.role(), person));
            }
        }
        return onceEach(all);
    }

    /// Signers who have neither signed nor refused the valid version.
    public static List<Signer> waiting(Opening opening) {
        return of(opening).stream().filter(signer -> signer.signature(opening).isEmpty()).toList();
    }

    /// What this signer did with the valid version.
    public Optional<RecordVersion.Signature> signature(Opening opening) {
        return opening.draft().flatMap(draft -> draft.of(duty, person));
    }

    private static void add(List<Signer> all, Opening opening, Role duty, PersonId id) {
        opening.known().person(id).ifPresent(person -> all.add(as(duty, person)));
    }

    private static Signer as(Role duty, Person person) {
        return new Signer(duty, person.id(), person.name(), person.unit());
    }

    private static List<Signer> onceEach(List<Signer> all) {
        Set<PersonId> seen = new HashSet<>();
        return all.stream().filter(signer -> seen.add(signer.person())).toList();
    }
}
