package venue.crypto;

/// What was found when a file would not open: which certificate it wanted, which one was
/// presented, and a note in words. Fields that do not apply are empty.
public record OpeningEvidence(String expectedSerial, String expectedHolder, String expectedSha256,
        String presentedSerial, String presentedHolder, String presentedSha256, String note) {

    /// Nothing to say.
    public static final OpeningEvidence NONE = noted("");

    static OpeningEvidence noted(String note) {
        return new OpeningEvidence("", "", "", "", "", "", note);
    }

    static OpeningEvidence of(Recipient expected, Certificate presented, String note) {
        return new OpeningEvidence(expected.serialHex(), expected.holder(),
                expected.certificateSha256(), presented.serialHex(), presented.holder(),
                presented.sha256(), note);
    }
}
