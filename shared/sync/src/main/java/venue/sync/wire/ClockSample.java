package venue.sync.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The centre's time under its signature (授时). The signature (Ed25519, the witness key) covers the
/// text of [#message], so it cannot be taken for a countersignature of a log.
public record ClockSample(String nonce, String at, String signature) {

    /// Every message begins so.
    public static final String PREFIX = "venue-clock/1";

    /// The bytes that are signed.
    public static byte[] message(String nonce, String at) {
        return (PREFIX + "\n" + nonce + "\n" + at + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// The bytes that this sample's signature covers.
    public byte[] message() {
        return message(nonce, at);
    }

    /// The signature's 64 bytes.
    public byte[] signatureBytes() {
        try {
            return Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            throw new Malformed("clock signature is not base64", e);
        }
    }
}
