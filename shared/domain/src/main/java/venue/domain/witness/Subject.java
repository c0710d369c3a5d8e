package venue.domain.witness;

/// Who a finding is about, by name; never an accusation.
///
/// @param name person or organisation, as registered in this tender
/// @param unit employer of a person, or empty
public record Subject(SubjectKind kind, String name, String unit) {

    /// Name and employer in one line.
    public String line() {
        return unit.isEmpty() || unit.equals(name) ? name : name + "（" + unit + "）";
    }
}
