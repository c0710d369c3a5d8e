package venue.crypto;

import java.security.MessageDigest;
import venue.crypto.bc.Engines;

/// Which family of algorithms: what belongs together and is never mixed inside one signature or
/// body.
public enum Suite {
    /// RSA (PKCS#1 signatures, OAEP), AES-256-GCM, SHA-256.
    RSA(1, 32),
    /// 国密: SM2 (GB/T 32918), SM4-GCM (GB/T 32907), SM3 (GB/T 32905).
    SM(2, 16);

    private final int number;
    private final int keyBytes;

    Suite(int number, int keyBytes) {
        this.number = number;
        this.keyBytes = keyBytes;
    }

    /// Its number in file headers.
    int number() {
        return number;
    }

    /// Length of a content key.
    int keyBytes() {
        return keyBytes;
    }

    /// A fresh digest of the suite: SHA-256 or SM3.
    public MessageDigest digest() {
        return this == RSA ? Engines.sha256() : Engines.sm3();
    }

    /// The suite with this number in a header.
    static Suite numbered(int number) {
        return switch (number) {
            case 1 -> RSA;
            case 2 -> SM;
            default -> throw new IllegalArgumentException("no suite " + number);
        };
    }
}
