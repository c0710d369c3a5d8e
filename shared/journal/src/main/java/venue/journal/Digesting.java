package venue.journal;

import venue.crypto.Bytes;
import venue.crypto.Hashes;

/// Raw digests of payloads.
final class Digesting {

    private Digesting() {}

    static Bytes sha256(byte[] data) {
        return Bytes.of(Hashes.sha256().digest(data));
    }

    static Bytes sm3(byte[] data) {
        return Bytes.of(Hashes.sm3().digest(data));
    }
}
