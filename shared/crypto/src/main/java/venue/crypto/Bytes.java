package venue.crypto;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import venue.crypto.bc.Engines;

/// Bytes as a value: never changed after they were made, equal by content in constant time, and
/// printed only as their number, so that no key ends in a log.
public final class Bytes {

    private final byte[] array;

    private Bytes(byte[] array) {
        this.array = array;
    }

    /// A copy of `array`.
    public static Bytes of(byte[] array) {
        return new Bytes(array.clone());
    }

    /// From hexadecimal digits of either case.
    public static Bytes fromHex(String hex) {
        return new Bytes(HexFormat.of().parseHex(hex));
    }

    /// From Base64 (RFC 4648 §4).
    public static Bytes fromBase64(String text) {
        return new Bytes(Base64.getDecoder().decode(text));
    }

    /// So many random bytes.
    public static Bytes random(int count) {
        return new Bytes(Engines.random(count));
    }

    /// A copy for the caller to keep or to wipe.
    public byte[] array() {
        return array.clone();
    }

    public int length() {
        return array.length;
    }

    /// SHA-256 in lower-case hexadecimal.
    public String sha256() {
        return HexFormat.of().formatHex(Engines.sha256().digest(array));
    }

    /// SM3 in lower-case hexadecimal.
    public String sm3() {
        return HexFormat.of().formatHex(Engines.sm3().digest(array));
    }

    /// Lower-case hexadecimal.
    public String hex() {
        return HexFormat.of().formatHex(array);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(array);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && MessageDigest.isEqual(array, that.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    @Override
    public String toString() {
        return array.length + " bytes";
    }
}
