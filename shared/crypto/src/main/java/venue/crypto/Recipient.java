package venue.crypto;

/// For whom a key in a sealed file is wrapped, as written in its header.
public record Recipient(Side side, String holder, String issuer, String serialHex,
        String certificateSha256, String publicKeySha256) {

    /// The recipient that a certificate stands for.
    public static Recipient of(Side side, Certificate certificate) {
        return new Recipient(side, certificate.holder(), certificate.issuer(),
                certificate.serialHex(), certificate.sha256(), certificate.publicKeySha256());
    }

    /// Whether the holder of `certificate` can open it: the same certificate, or one renewed on the
    /// same key (what counts is that the old private key is there).
    public boolean isOpenedBy(Certificate certificate) {
        return certificateSha256.equals(certificate.sha256())
                || publicKeySha256.equals(certificate.publicKeySha256());
    }
}
