package venue.domain.witness;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The misconduct catalogue (不良交易行为与涉嫌违法违规行为目录): every code a witness can record under, with its
/// class and its legal grounds. The scoring of bad behaviour (记分) is local and stays out.
public final class Catalogue {

    private static final List<Misconduct> ENTRIES = Stream
            .concat(CatalogueParties.entries(), CataloguePeople.entries()).toList();

    private Catalogue() {}

    /// Every entry, in the order of the codes.
    public static List<Misconduct> entries() {
        return ENTRIES;
    }

    /// The entries about one kind of subject.
    public static List<Misconduct> of(SubjectKind kind) {
        return ENTRIES.stream().filter(entry -> entry.kind() == kind).toList();
    }

    /// The entry with this code.
    public static Optional<Misconduct> find(String code) {
        return ENTRIES.stream().filter(entry -> entry.code().equals(code)).findFirst();
    }

    /// One entry whose class is the same in both regimes.
    static Misconduct entry(SubjectKind kind, int number, FindingClass both, String title,
            String citation) {
        return entry(kind, number, both, both, title, citation);
    }

    /// One entry; citations of the draft are kept apart from those of law in force.
    static Misconduct entry(SubjectKind kind, int number, FindingClass inTendering,
            FindingClass inProcurement, String title, String citation) {
        var code = kind.prefix() + (number < 10 ? "0" + number : String.valueOf(number));
        var all = Citation.read(citation);
        return new Misconduct(code, kind, inTendering, inProcurement, title,
                all.stream().filter(basis -> !basis.source().equals(Citation.DRAFT)).toList(),
                all.stream().filter(basis -> basis.source().equals(Citation.DRAFT)).toList());
    }
}
