package venue.domain.base;

/// Who gives a command, in which role, at which device.
public record Acting(PersonId person, String name, Role role, DeviceId device) {}
