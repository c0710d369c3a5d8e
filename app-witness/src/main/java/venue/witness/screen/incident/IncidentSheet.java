package venue.witness.screen.incident;

import java.util.List;
import venue.domain.base.Basis;
import venue.domain.base.Role;
import venue.domain.tender.Regime;
import venue.domain.witness.Catalogue;
import venue.domain.witness.FindingClass;
import venue.domain.witness.Misconduct;
import venue.domain.witness.Subject;
import venue.domain.witness.SubjectKind;
import venue.domain.witness.WitnessBrief;

/// Whom a finding can be about in this tender, and what the catalogue has for such a subject.
public record IncidentSheet(SubjectKind kind, List<Subject> subjects, List<Entry> entries) {

    /// An entry of the catalogue with the class it has here.
    public record Entry(Misconduct misconduct, FindingClass findingClass, List<Basis> bases) {
        public Entry {
            bases = List.copyOf(bases);
        }
    }

    public IncidentSheet {
        subjects = List.copyOf(subjects);
        entries = List.copyOf(entries);
    }

    /// The sheet of one kind of subject.
    public static IncidentSheet of(WitnessBrief brief, SubjectKind kind) {
        Regime regime = brief.tender().regime();
        return new IncidentSheet(kind, subjects(brief, kind), Catalogue.of(kind).stream()
                .map(entry -> new Entry(entry, entry.classIn(regime), entry.basesIn(regime)))
                .toList());
    }

    private static List<Subject> subjects(WitnessBrief brief, SubjectKind kind) {
        return switch (kind) {
            case BIDDER -> people(brief, kind, Role.BIDDER);
            case TENDERER -> people(brief, kind, Role.TENDERER);
            case AGENCY -> people(brief, kind, Role.AGENCY);
            case EXPERT -> seats(kind);
            case STAFF -> people(brief, kind, Role.HOST);
            case OTHER -> people(brief, kind, Role.OPENING_SUPERVISOR);
        };
    }

    private static List<Subject> people(WitnessBrief brief, SubjectKind kind, Role role) {
        return brief.in(role).stream()
                .map(person -> new Subject(kind, person.name(), person.unit())).toList();
    }

    /// Experts are named by their seats until the result is public.
    private static List<Subject> seats(SubjectKind kind) {
        return List.of(1, 2, 3, 4, 5).stream()
                .map(seat -> new Subject(kind, seat + " 号席位专家", "评标委员会")).toList();
    }
}
