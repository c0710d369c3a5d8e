package venue.bench;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.crypto.Cipher;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import venue.crypto.Authority;
import venue.crypto.FileToken;
import venue.crypto.Half;
import venue.crypto.KeyEntry;
import venue.crypto.SealedBid;
import venue.crypto.Suite;
import venue.crypto.Token;
import venue.crypto.bc.Rsa;

/// The halves of 200 bidders, half of them RSA and half SM2, by file tokens that are open, against
/// the bare operations with the same keys: one RSA decryption without padding, or one product of
/// a point and the private key by Bouncy Castle.
final class UnwrapBench {

    static final String RATIO = "unwrap-200/raw-key-operations";
    static final String EACH = "unwrap.microseconds-each";
    static final String MEDIUM = "open-file-token.milliseconds-each";

    private static final double MOST = 3.00;
    private static final int OF_EACH = 100;
    private static final String PIN = "135790";
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2036-01-01T00:00:00Z");

    private final Path dir;
    private final CryptoBench.Size size;

    private record Bidder(KeyEntry entry, Path p12, Token token, SealedBid bid) {}

    UnwrapBench(Path dir, CryptoBench.Size size) {
        this.dir = dir;
        this.size = size;
    }

    void run(Consumer<Figure> sink) throws IOException {
        var bidders = new ArrayList<Bidder>();
        try {
            for (var suite : Suite.values()) {
                var authority = Authority.root(suite, "演练 CA", FROM, TO);
                for (int i = 0; i < Math.max(2, OF_EACH / size.shrink()); i++) {
                    bidders.add(bidder(authority, suite.name() + i));
                }
            }
            var ratios = new ArrayList<Double>();
            var each = new ArrayList<Double>();
            for (int round = -1; round < size.rounds(); round++) {
                double raw = raw(bidders);
                double ours = unwrap(bidders);
                if (round >= 0) {
                    ratios.add(ours / raw);
                    each.add(ours / 1e3 / bidders.size());
                }
            }
            sink.accept(Figure.most(RATIO, BenchLog.median(ratios), MOST));
            sink.accept(Figure.shown(EACH, BenchLog.median(each)));
            sink.accept(Figure.shown(MEDIUM, openMedia(bidders) / 1e6 / bidders.size()));
        } finally {
            bidders.forEach(bidder -> bidder.token().close());
        }
    }

    private Bidder bidder(Authority authority, String name) throws IOException {
        var entry = authority.issue(new Authority.Subject(name, "", ""), Authority.Use.BOTH, FROM,
                TO);
        var p12 = dir.resolve(name + ".p12");
        KeyEntry.write(p12, PIN.toCharArray(), List.of(entry));
        var plain = Files.write(dir.resolve(name), new byte[1000]);
        var sealed = dir.resolve(name + ".ebid");
        SealedBid.seal(plain, sealed, new SealedBid.Header("A3201000001000001001001", "",
                "91210100MA0TEXT0A1", name, FROM), entry.certificate(), entry.certificate(),
                Suite.RSA);
        return new Bidder(entry, p12, FileToken.open(p12, PIN.toCharArray()),
                SealedBid.open(sealed));
    }

    private static long unwrap(List<Bidder> bidders) {
        long from = System.nanoTime();
        for (var bidder : bidders) {
            if (!(bidder.bid().halfA(bidder.token()) instanceof Half.Key)) {
                throw new IllegalStateException("no half");
            }
        }
        return System.nanoTime() - from;
    }

    private static long raw(List<Bidder> bidders) {
        var point = CustomNamedCurves.getByName("sm2p256v1").getG().multiply(BigInteger.TEN);
        long took = 0;
        try {
            for (var bidder : bidders) {
                if (bidder.entry().key() instanceof ECPrivateKey key) {
                    long from = System.nanoTime();
                    point.multiply(key.getS()).normalize();
                    took += System.nanoTime() - from;
                } else {
                    var cipher = Cipher.getInstance("RSA/ECB/NoPadding");
                    cipher.init(Cipher.DECRYPT_MODE, Rsa.key(bidder.entry().key().getEncoded()));
                    var block = new byte[256];
                    block[255] = 7;
                    long from = System.nanoTime();
                    cipher.doFinal(block);
                    took += System.nanoTime() - from;
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return took;
    }

    private static double openMedia(List<Bidder> bidders) {
        long from = System.nanoTime();
        bidders.forEach(bidder -> FileToken.open(bidder.p12(), PIN.toCharArray()).close());
        return System.nanoTime() - from;
    }
}
