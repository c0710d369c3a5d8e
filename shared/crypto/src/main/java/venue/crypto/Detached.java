package venue.crypto;

import java.time.Instant;

/// A signature that stands beside what it signs: CMS SignedData (RFC 5652) in DER without the
/// content, with signed attributes contentType, messageDigest, signingTime and
/// signing-certificate-v2 (RFC 5035). RSA uses SHA-256; SM2 uses SM3 and the identifiers of GM/T
/// 0006. Reliable electronic signature: 电子签名法 §13.
public final class Detached {

    /// What a signature turned out to be.
    ///
    /// @param signer the certificate inside the signature; whether to trust it is [TrustList]'s
    /// matter
    /// @param signedAt the time the signer claims
    /// @param reason why it is not valid, in words; empty when it is
    public record Signed(boolean valid, Certificate signer, Instant signedAt, String reason) {}

    private Detached() {}

    /// Signs `content`, claiming the time `at`.
    public static Bytes sign(Token token, byte[] content, Instant at) {
        return DetachedMaking.sign(token, content, at);
    }

    /// Checks the mathematics and the signed attributes. Bytes that are no signature at all throw
    /// [CryptoFailure]; a signature that does not fit is a value that says why.
    public static Signed verify(Bytes cms, byte[] content) {
        return DetachedChecking.verify(cms, content);
    }
}
