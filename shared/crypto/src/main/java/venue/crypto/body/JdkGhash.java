package venue.crypto.body;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/// The JDK's own GHASH, which the compiler replaces by carry-less multiplication of the CPU; in
/// constant time there. Only within reach when `java.base` opens `com.sun.crypto.provider`.
final class JdkGhash implements Ghash {

    /// Fed with more at a time, the compiled version may never be entered.
    private static final int FEED = 4096;
    private static final String CLASS = "com.sun.crypto.provider.GHASH";

    private final MethodHandle update;
    private final MethodHandle digest;

    private record Handles(MethodHandle make, MethodHandle update, MethodHandle digest) {}

    private JdkGhash(Handles handles, byte[] subkey) {
        try {
            var made = handles.make().invoke(subkey.clone());
            this.update = handles.update().bindTo(made);
            this.digest = handles.digest().bindTo(made);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /// How to make one, if it is within reach and agrees with [PlainGhash].
    static Optional<Function<byte[], Ghash>> within() {
        return handles().map(found -> (Function<byte[], Ghash>) subkey -> new JdkGhash(found,
                subkey)).filter(JdkGhash::agrees);
    }

    private static Optional<Handles> handles() {
        try {
            var type = Class.forName(CLASS);
            var lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            return Optional.of(new Handles(
                    lookup.findConstructor(type, MethodType.methodType(void.class, byte[].class)),
                    lookup.findVirtual(type, "update",
                            MethodType.methodType(int.class, byte[].class, int.class, int.class)),
                    lookup.findVirtual(type, "digest", MethodType.methodType(byte[].class))));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    private static boolean agrees(Function<byte[], Ghash> made) {
        var random = new Random(38);
        var subkey = new byte[16];
        var data = new byte[3 * FEED + 16];
        for (int round = 0; round < 3; round++) {
            random.nextBytes(subkey);
            random.nextBytes(data);
            if (!Arrays.equals(hash(made.apply(subkey), data),
                    hash(new PlainGhash(subkey), data))) {
                return false;
            }
        }
        return true;
    }

    private static byte[] hash(Ghash ghash, byte[] data) {
        var out = new byte[16];
        ghash.update(data, 0, data.length);
        ghash.digest(out);
        ghash.update(out, 0, 16);
        ghash.digest(out);
        return out;
    }

    @Override
    public void update(byte[] data, int at, int length) {
        try {
            for (int done = 0; done < length; done += FEED) {
                var _ = (int) update.invokeExact(data, at + done, Math.min(FEED, length - done));
            }
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void digest(byte[] out) {
        try {
            System.arraycopy((byte[]) digest.invokeExact(), 0, out, 0, 16);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
