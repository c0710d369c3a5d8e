package venue.journal;

import venue.domain.base.Acting;
import venue.domain.base.DeviceId;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.base.TenderId;

/// Who writes, in which role, in which tender.
///
/// @param name as shown; kept in the payload, never in the leaf
public record Author(PersonId person, String name, Role role, TenderId tender) {

    /// Stands where an entry belongs to no tender (start and end of work at a workstation).
    public static final TenderId NO_TENDER = new TenderId("00000000000000000000000");

    /// The person who gives a command in `tender`.
    public static Author of(Acting acting, TenderId tender) {
        return new Author(acting.person(), acting.name(), acting.role(), tender);
    }

    /// The workstation itself.
    public static Author station(DeviceId device) {
        return new Author(new PersonId(device.value()), device.value(), Role.SYSTEM, NO_TENDER);
    }
}
