package venue.domain.opening;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import venue.domain.base.Digest;
import venue.domain.base.PersonId;
import venue.domain.base.Role;

/// One version of the opening record on paper (开标记录版本) and who signed it.
///
/// @param number from 1; a later one replaces it, both are kept
/// @param sha256 of the PDF
/// @param sm3 of the PDF
public record RecordVersion(int number, Digest sha256, Digest sm3, Instant at,
        List<Signature> signatures) {

    /// A signature, or the refusal to give one.
    ///
    /// @param duty in which the person signs
    /// @param certificateSerial empty when refused
    /// @param cms detached signature over the PDF (Base64 of DER), empty when refused
    /// @param refusal the reason when refused
    public record Signature(Role duty, PersonId person, String name, String certificateSerial,
            String cms, Optional<String> refusal, Instant at) {}

    public RecordVersion {
        signatures = List.copyOf(signatures);
    }

    RecordVersion with(Signature signature) {
        return new RecordVersion(number, sha256, sm3, at,
                Stream.concat(signatures.stream(), Stream.of(signature)).toList());
    }

    /// What `person` did in `duty`, if anything yet.
    public Optional<Signature> of(Role duty, PersonId person) {
        return signatures.stream()
                .filter(s -> s.duty() == duty && s.person().equals(person)).findFirst();
    }
}
