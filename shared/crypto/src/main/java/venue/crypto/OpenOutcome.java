package venue.crypto;

/// What an attempt to open a sealed bid (解密) came to. The codes are those of the opening record; the
/// cause (bidder's or not) is judged from them and the evidence by people, not here.
public enum OpenOutcome {
    OK,
    /// The presented certificate is not the one the bid was sealed to.
    WRONG_CERT, CERT_EXPIRED, CERT_REVOKED, PIN_LOCKED, MEDIA_MISSING, FILE_CORRUPT, HASH_MISMATCH, DRIVER, NETWORK, PLATFORM, TIMEOUT;

    /// The outcome in the words of the hall.
    public String say() {
        return CryptoWords.BOOK.say("outcome." + name());
    }
}
