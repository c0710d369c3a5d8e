package venue.crypto;

/// What an attempt to open a sealed bid (解密) came to. The codes are those of the opening
/// record; the cause (bidder's or not) is judged from them and the evidence by people, not here.
public enum OpenOutcome {
    /// The whole content is there.
    OK,
    /// The presented certificate is not the one the bid was sealed to.
    WRONG_CERT,
    /// Judged by the hall, never by the opening itself.
    CERT_EXPIRED,
    /// Judged by the hall, never by the opening itself.
    CERT_REVOKED,
    /// Wrong PIN, or no more tries.
    PIN_LOCKED,
    /// No medium, or taken out.
    MEDIA_MISSING,
    /// The sealed file was changed or cut.
    FILE_CORRUPT,
    /// Another file than the one the receipt speaks of.
    HASH_MISMATCH,
    /// The medium or its driver failed.
    DRIVER,
    /// The way to the medium or the key failed.
    NETWORK,
    /// The tender side failed.
    PLATFORM,
    /// Nobody answered in time.
    TIMEOUT;

    /// The outcome in the words of the hall.
    public String say() {
        return CryptoWords.BOOK.say("outcome." + name());
    }
}
