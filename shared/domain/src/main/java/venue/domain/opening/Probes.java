package venue.domain.opening;

/// What the machine measured around one attempt (解密取证), the evidence for its cause.
///
/// @param presentedSerial serial of the certificate in the bidder's token, or empty
/// @param sealedSerial serial of the certificate that the bid was sealed to
/// @param asReceived whether the sealed file still has the digest of its receipt
/// @param operator who held the token
/// @param note what the token or the file answered, in words
public record Probes(String presentedSerial, String sealedSerial, boolean asReceived,
        String operator, String note) {}
