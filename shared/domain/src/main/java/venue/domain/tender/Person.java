package venue.domain.tender;

import venue.domain.base.Digest;
import venue.domain.base.PersonId;
import venue.domain.base.Role;

/// Somebody with a role in one tender, bound to a certificate.
///
/// @param unit employer, as shown on forms
/// @param certificate SHA-256 of the signing certificate (DER)
public record Person(PersonId id, String name, Role role, String unit, Digest certificate) {}
