package venue.journal;

import java.util.HexFormat;
import venue.crypto.Bytes;

/// Raw digests of payloads.
final class Digesting {

    private Digesting() {}

    static Bytes sha256(byte[] data) {
        return Bytes.of(HexFormat.of().parseHex(Bytes.of(data).sha256()));
    }

    static Bytes sm3(byte[] data) {
        return Bytes.of(HexFormat.of().parseHex(Bytes.of(data).sm3()));
    }
}
