package venue.domain.opening;

import java.util.List;

import venue.domain.base.PersonId;

/// Who does what at this opening, as announced (开标工作人员). One person may hold two duties, but the
/// supervisor of the opening holds no other.
///
/// @param host 主持人
/// @param reader 唱标人
/// @param recorder 记录人
/// @param supervisor 监标人
public record Staff(PersonId host, PersonId reader, PersonId recorder, PersonId supervisor) {

    /// All four, in the order of the record's heading.
    public List<PersonId> all() {
        return List.of(host, reader, recorder, supervisor);
    }
}
