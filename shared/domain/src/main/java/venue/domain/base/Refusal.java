package venue.domain.base;

/// Why a command is refused. Every disabled control on a screen gets its sentence from one of
/// these. Implemented by one enum per family; the words stand in the bundle under
/// `refusal.<EnumName>.<CONSTANT>`.
public interface Refusal {

    /// The constant's name.
    String name();

    /// The ground of the refusal.
    Basis basis();

    /// Who can fulfil the missing condition.
    Role remedyBy();

    /// The key of its sentence.
    default String key() {
        return "refusal." + getClass().getSimpleName() + "." + name();
    }
}
