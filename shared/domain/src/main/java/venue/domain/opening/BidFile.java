package venue.domain.opening;

import venue.domain.base.Digest;

/// One file of a decrypted bid (投标文件组成).
///
/// @param name as in the bid, e.g. `technical.pdf`
public record BidFile(String name, long sizeBytes, Digest sha256) {}
