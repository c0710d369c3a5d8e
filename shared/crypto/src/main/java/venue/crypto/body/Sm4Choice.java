package venue.crypto.body;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import venue.crypto.sm4.SlicePath;
import venue.crypto.sm4.Sm4Path;

/// Which SM4 is used. It begins with the bit-sliced one in plain Java, after a short trial;
/// [#choose] tries the faster ones thoroughly, best first, and takes the first that agrees with
/// the published vector (RFC 8998 A.1) and with Bouncy Castle on 1 MiB. One that does not agree is
/// reported and never used; if none agrees, Bouncy Castle itself remains.
public final class Sm4Choice {

    private static final System.Logger LOG = System.getLogger(Sm4Choice.class.getName());
    private static final int SHORT_TRIAL = 4_000;
    private static final int LONG_TRIAL = 1 << 20;
    private static final int CHUNK = 1 << 16;

    private static final Function<byte[], Ghash> GHASH = JdkGhash.within()
            .orElse(PlainGhash::new);
    private static final Sm4Path SLICE = new SlicePath();
    private static final Function<byte[], Aead> CASTLE = JceGcm::sm4;

    private static volatile Chosen current = first();

    /// What was chosen.
    ///
    /// @param rejected paths that computed something wrong; one is a reason to call for help
    public record Report(String path, boolean constantTime, List<String> rejected) {}

    private record Chosen(Function<byte[], Aead> maker, Report report) {}

    private Sm4Choice() {}

    /// SM4-GCM by the path in use.
    public static Aead aead(byte[] key) {
        return current.maker().apply(key);
    }

    /// What is in use.
    public static Report report() {
        return current.report();
    }

    /// Tries all paths and keeps the best; takes a second or two of one core. What was begun with
    /// another path goes on with it.
    public static Report choose(BooleanSupplier stopped) {
        return choose(candidates(), stopped);
    }

    static Report choose(List<Sm4Path> paths, BooleanSupplier stopped) {
        var rejected = new ArrayList<String>();
        for (var path : paths) {
            var maker = with(path, GHASH);
            if (stopped.getAsBoolean()) {
                return report();
            }
            if (agrees(maker, LONG_TRIAL)) {
                return settle(new Chosen(maker, new Report(name(path), path.isConstantTime(),
                        List.copyOf(rejected))));
            }
            rejected.add(name(path));
        }
        return settle(castle(rejected));
    }

    private static Report settle(Chosen chosen) {
        current = chosen;
        var report = chosen.report();
        LOG.log(report.rejected().isEmpty() ? Level.INFO : Level.ERROR,
                "SM4 by {0}, constant time: {1}, rejected: {2}", report.path(),
                report.constantTime(), report.rejected());
        return report;
    }

    /// All paths of this machine, the best first, in plain Java last.
    static List<Sm4Path> candidates() {
        var paths = new ArrayList<Sm4Path>();
        var found = ServiceLoader.load(Sm4Path.class, Sm4Path.class.getClassLoader()).iterator();
        try {
            while (found.hasNext()) {
                var path = found.next();
                if (path.isAtHome()) {
                    paths.add(path);
                }
            }
        } catch (ServiceConfigurationError | NoClassDefFoundError e) {
            // the module is there, but the JVM was started without what it needs
            LOG.log(Level.DEBUG, "no further SM4", e);
        }
        paths.add(SLICE);
        return paths;
    }

    static Function<byte[], Aead> with(Sm4Path path, Function<byte[], Ghash> ghash) {
        return key -> new Sm4Gcm(path, ghash, key);
    }

    /// Whether `made` gives the published result and what Bouncy Castle gives on so many bytes.
    static boolean agrees(Function<byte[], Aead> made, int bytes) {
        return isRight(made) && isLikeCastle(made, bytes);
    }

    private static boolean isRight(Function<byte[], Aead> made) {
        var hex = HexFormat.of();
        var plain = hex.parseHex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
        var wanted = hex.parseHex("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                + "83de3541e4c2b58177e065a9bf7b62ec");
        var sealed = new byte[wanted.length];
        try (var aead = made.apply(hex.parseHex("0123456789abcdeffedcba9876543210"))) {
            aead.seal(hex.parseHex("00001234567800000000abcd"),
                    hex.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2"), plain, 0,
                    plain.length, sealed, 0);
        }
        return Arrays.equals(wanted, sealed);
    }

    private static boolean isLikeCastle(Function<byte[], Aead> made, int bytes) {
        var random = new Random(8998);
        var key = new byte[16];
        var nonce = new byte[12];
        var aad = new byte[32];
        var plain = new byte[Math.min(CHUNK, bytes)];
        random.nextBytes(key);
        try (var mine = made.apply(key); var castle = CASTLE.apply(key)) {
            int left = bytes;
            while (left > 0) {
                random.nextBytes(nonce);
                random.nextBytes(aad);
                random.nextBytes(plain);
                int length = Math.min(left, plain.length - random.nextInt(40));
                if (!isSame(mine, castle, nonce, aad, plain, length)) {
                    return false;
                }
                left -= length;
            }
            return true;
        }
    }

    private static boolean isSame(Aead mine, Aead castle, byte[] nonce, byte[] aad, byte[] plain,
            int length) {
        var ours = new byte[length + Aead.TAG];
        var theirs = new byte[length + Aead.TAG];
        mine.seal(nonce, aad, plain, 0, length, ours, 0);
        castle.seal(nonce, aad, plain, 0, length, theirs, 0);
        if (!Arrays.equals(ours, theirs)) {
            return false;
        }
        var back = new byte[length];
        int got = mine.open(nonce, aad, theirs, 0, theirs.length, back, 0);
        theirs[length] ^= 1;
        return got == length && Arrays.equals(back, 0, length, plain, 0, length)
                && mine.open(nonce, aad, theirs, 0, theirs.length, back, 0) < 0;
    }

    private static Chosen first() {
        var maker = with(SLICE, GHASH);
        return agrees(maker, SHORT_TRIAL)
                ? new Chosen(maker, new Report(name(SLICE), SLICE.isConstantTime(), List.of()))
                : castle(List.of(name(SLICE)));
    }

    private static Chosen castle(List<String> rejected) {
        return new Chosen(CASTLE, new Report("bouncy-castle", false, List.copyOf(rejected)));
    }

    private static String name(Sm4Path path) {
        return path.name() + (GHASH.apply(new byte[16]) instanceof JdkGhash ? "+clmul" : "+plain");
    }
}
