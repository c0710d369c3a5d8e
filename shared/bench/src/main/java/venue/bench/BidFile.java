package venue.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import venue.crypto.Authority;
import venue.crypto.Bytes;
import venue.crypto.FileToken;
import venue.crypto.Half;
import venue.crypto.KeyEntry;
import venue.crypto.SealedBid;
import venue.crypto.Suite;

/// A sealed bid of so many bytes with its two halves in hand. The plain file is all holes, which
/// makes no difference to a cipher.
record BidFile(Path file, String k1, String k2, long bytes) {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2036-01-01T00:00:00Z");
    private static final String PIN = "135790";

    static BidFile seal(Path dir, String name, Suite suite, long bytes) throws IOException {
        var plain = dir.resolve(name + ".plain");
        var file = dir.resolve(name + ".ebid");
        try (var token = token(dir, suite)) {
            try (var holes = new RandomAccessFile(plain.toFile(), "rw")) {
                holes.setLength(bytes);
            }
            SealedBid.seal(plain, file, new SealedBid.Header("A3201000001000001001001", "",
                    "91210100MA0TEXT0A1", "演练公司", FROM), token.encryption(),
                    token.encryption(), suite);
            var bid = SealedBid.open(file);
            return new BidFile(file, key(bid.halfA(token)), key(bid.halfB(token)), bytes);
        } finally {
            Files.deleteIfExists(plain);
        }
    }

    /// A medium with one key of the suite, made on first use.
    static FileToken token(Path dir, Suite suite) {
        var p12 = dir.resolve(suite + ".p12");
        if (!Files.exists(p12)) {
            KeyEntry.write(p12, PIN.toCharArray(), java.util.List.of(Authority
                    .root(suite, "演练 CA", FROM, TO).issue(new Authority.Subject("演练公司", "", ""),
                            Authority.Use.BOTH, FROM, TO)));
        }
        return FileToken.open(p12, PIN.toCharArray());
    }

    double mib() {
        return bytes / (1024.0 * 1024.0);
    }

    private static String key(Half half) {
        return switch (half) {
            case Half.Key(Bytes key) -> key.hex();
            case Half.Missing missing -> throw new IllegalStateException(missing.toString());
        };
    }
}
