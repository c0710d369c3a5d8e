package venue.domain.tender;

import java.time.Instant;
import venue.domain.base.BidderId;
import venue.domain.base.Digest;

/// The receipt of a delivered bid (投标文件递交回执), given before the deadline.
///
/// @param bidderName registered name
/// @param completedAt when the last byte had arrived
/// @param sizeBytes size of the sealed container
/// @param sha256 of the sealed container
/// @param sm3 of the sealed container
/// @param encryptionSerial serial number (hex) of the certificate that the bid was sealed to
public record Receipt(BidderId bidder, String bidderName, Instant completedAt, long sizeBytes,
        Digest sha256, Digest sm3, String encryptionSerial) {}
