package venue.tokens.host;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import venue.crypto.Bytes;
import venue.tokens.host.Library.Ulong;
import venue.tokens.wire.Tries;
import venue.tokens.wire.Trouble;

/// The functions of GM/T 0016 (智能密码钥匙应用接口规范) that we need, with every size held against
/// what can be true before memory is read.
final class Skf {

    static final long OK = 0;
    static final long REMOVED = 0x0A000023L;
    private static final long TOO_SMALL = 0x0A000020L;
    private static final long PIN_INCORRECT = 0x0A000024L;
    private static final long PIN_LOCKED = 0x0A000025L;
    private static final long PIN_LEN_RANGE = 0x0A000027L;
    private static final long BYTES_MAX = 65_536;
    /// Room behind every buffer for drivers that write more than they announce.
    private static final long SLACK = 4_096;
    private static final int USER = 1;
    private static final long TRIES_MAX = 255;
    private static final int COORDINATE = 32;
    private static final int FIELD = 64;

    private final Library library;
    private final Charset names;

    Skf(Library library, Charset names) {
        this.library = library;
        this.names = names;
    }

    List<String> devices() throws Trouble {
        return list("SKF_EnumDev", 1);
    }

    List<String> applications(MemorySegment device) throws Trouble {
        return list("SKF_EnumApplication", device);
    }

    List<String> containers(MemorySegment application) throws Trouble {
        return list("SKF_EnumContainer", application);
    }

    MemorySegment connect(String device) throws Trouble {
        return handle("SKF_ConnectDev", device);
    }

    MemorySegment openApplication(MemorySegment device, String name) throws Trouble {
        return handle("SKF_OpenApplication", name, device);
    }

    MemorySegment openContainer(MemorySegment application, String name) throws Trouble {
        return handle("SKF_OpenContainer", name, application);
    }

    /// Gives a handle back; the driver's code is of no use any more.
    long release(String function, MemorySegment handle) throws Trouble {
        return library.has(function) ? library.call(function, handle) : OK;
    }

    /// PIN tries left, without a try.
    int tries(MemorySegment application) throws Trouble {
        if (!library.has("SKF_GetPINInfo")) {
            return Tries.UNKNOWN;
        }
        try (var arena = Arena.ofConfined()) {
            var most = library.number(arena, 0);
            var left = library.number(arena, 0);
            var preset = arena.allocate(Long.BYTES, Long.BYTES);
            long code = library.call("SKF_GetPINInfo", application, new Ulong(USER), most, left,
                    preset);
            return code == OK ? tries(library.get(left, 0)) : Tries.UNKNOWN;
        }
    }

    void verifyPin(MemorySegment application, byte[] pin) throws Trouble {
        try (var arena = Arena.ofConfined()) {
            var text = arena.allocate(pin.length + 1L);
            MemorySegment.copy(pin, 0, text, ValueLayout.JAVA_BYTE, 0, pin.length);
            var left = library.number(arena, TRIES_MAX + 1);
            long code;
            try {
                code = library.call("SKF_VerifyPIN", application, new Ulong(USER), text, left);
            } finally {
                text.fill((byte) 0);
            }
            int tries = tries(library.get(left, 0));
            if (code == PIN_LOCKED || code == PIN_INCORRECT && tries == 0) {
                throw new Trouble(Trouble.Kind.LOCKED, 0, code("SKF_VerifyPIN", code));
            }
            if (code >= PIN_INCORRECT && code <= PIN_LEN_RANGE) {
                throw new Trouble(Trouble.Kind.PIN_WRONG, tries, code("SKF_VerifyPIN", code));
            }
            must("SKF_VerifyPIN", code);
        }
    }

    private static int tries(long told) {
        return told > TRIES_MAX ? Tries.UNKNOWN : (int) told;
    }

    /// The signing or the encryption certificate of a container, where it has one.
    Optional<Bytes> certificate(MemorySegment container, boolean signing) throws Trouble {
        try (var arena = Arena.ofConfined()) {
            var size = library.number(arena, 0);
            int flag = signing ? 1 : 0;
            long code = library.call("SKF_ExportCertificate", container, flag, MemorySegment.NULL,
                    size);
            if (code == REMOVED) {
                must("SKF_ExportCertificate", code);
            }
            if (code != OK && code != TOO_SMALL || library.get(size, 0) == 0) {
                return Optional.empty();
            }
            long room = within("SKF_ExportCertificate", library.get(size, 0), BYTES_MAX);
            var buffer = arena.allocate(room + SLACK);
            must("SKF_ExportCertificate",
                    library.call("SKF_ExportCertificate", container, flag, buffer, size));
            long length = within("SKF_ExportCertificate", library.get(size, 0), room);
            return Optional.of(Bytes.of(buffer.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE)));
        }
    }

    /// `r || s` over the digest e.
    byte[] sign(MemorySegment container, byte[] digest) throws Trouble {
        try (var arena = Arena.ofConfined()) {
            var blob = arena.allocate(2 * FIELD + SLACK);
            must("SKF_ECCSignData", library.call("SKF_ECCSignData", container,
                    arena.allocateFrom(ValueLayout.JAVA_BYTE, digest), new Ulong(digest.length),
                    blob));
            var signature = new byte[2 * COORDINATE];
            number(blob, 0, signature, 0);
            number(blob, FIELD, signature, COORDINATE);
            return signature;
        }
    }

    /// A number in a field of 64 bytes: at its end, or, with some vendors, at its beginning.
    private static void number(MemorySegment blob, int from, byte[] target, int to)
            throws Trouble {
        var field = blob.asSlice(from, FIELD).toArray(ValueLayout.JAVA_BYTE);
        boolean first = isZero(field, 0);
        if (!first && !isZero(field, COORDINATE)) {
            throw new Trouble(Trouble.Kind.NONSENSE, "SKF_ECCSignData");
        }
        System.arraycopy(field, first ? COORDINATE : 0, target, to, COORDINATE);
    }

    private static boolean isZero(byte[] field, int from) {
        int all = 0;
        for (int i = from; i < from + COORDINATE; i++) {
            all |= field[i];
        }
        return all == 0;
    }

    /// Decrypts `x || y || C3 || C2` with the encryption key.
    byte[] decrypt(MemorySegment container, Decrypting way, byte[] input) throws Trouble {
        var function = way.function();
        if (!library.has(function)) {
            throw new Trouble(Trouble.Kind.REFUSED, function + " ?");
        }
        try (var arena = Arena.ofConfined()) {
            int length = input.length - 3 * COORDINATE;
            var plain = arena.allocate(length + SLACK);
            var size = library.number(arena, length);
            var blob = cipherBlob(arena, input, length);
            long code = switch (way) {
                case ECC_DECRYPT -> library.call(function, container, blob, plain, size);
                case ECC_DECRYPT_FLAG -> library.call(function, container, 0, blob, plain, size);
                case PRV_KEY_DECRYPT ->
                    library.call(function, container, new Ulong(1), blob, plain, size);
            };
            try {
                must(function, code);
                long told = within(function, library.get(size, 0), length);
                return plain.asSlice(0, told).toArray(ValueLayout.JAVA_BYTE);
            } finally {
                plain.fill((byte) 0);
            }
        }
    }

    /// `{ X[64], Y[64], HASH[32], ULONG length, cipher }` without gaps.
    private MemorySegment cipherBlob(Arena arena, byte[] input, int length) {
        long head = 2L * FIELD + COORDINATE;
        var blob = arena.allocate(head + library.ulong() + length + SLACK);
        var bytes = ValueLayout.JAVA_BYTE;
        MemorySegment.copy(input, 0, blob, bytes, COORDINATE, COORDINATE);
        MemorySegment.copy(input, COORDINATE, blob, bytes, FIELD + COORDINATE, COORDINATE);
        MemorySegment.copy(input, 2 * COORDINATE, blob, bytes, 2L * FIELD, COORDINATE);
        library.put(blob, head, length);
        MemorySegment.copy(input, 3 * COORDINATE, blob, bytes, head + library.ulong(), length);
        return blob;
    }

    private MemorySegment handle(String function, String name, MemorySegment... above)
            throws Trouble {
        try (var arena = Arena.ofConfined()) {
            var handle = arena.allocate(ValueLayout.ADDRESS);
            var text = text(arena, name);
            must(function, above.length == 0
                    ? library.call(function, text, handle)
                    : library.call(function, above[0], text, handle));
            return handle.get(ValueLayout.ADDRESS, 0);
        }
    }

    private MemorySegment text(Arena arena, String name) {
        var bytes = name.getBytes(names);
        var text = arena.allocate(bytes.length + 1L);
        MemorySegment.copy(bytes, 0, text, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return text;
    }

    /// Names, each ended by a zero byte, the last one by two.
    private List<String> list(String function, Object first) throws Trouble {
        try (var arena = Arena.ofConfined()) {
            var size = library.number(arena, 0);
            long code = library.call(function, first, MemorySegment.NULL, size);
            if (code != TOO_SMALL) {
                must(function, code);
            }
            long told = library.get(size, 0);
            if (told == 0) {
                return List.of();
            }
            long room = within(function, told, BYTES_MAX);
            var buffer = arena.allocate(room + SLACK);
            must(function, library.call(function, first, buffer, size));
            long length = within(function, library.get(size, 0), room);
            return split(buffer.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE));
        }
    }

    private List<String> split(byte[] listed) {
        var found = new ArrayList<String>();
        for (var name : new String(listed, names).split("\0", -1)) {
            if (name.isEmpty()) {
                break;
            }
            found.add(name);
        }
        return found;
    }

    private static long within(String function, long told, long most) throws Trouble {
        if (told > most) {
            throw new Trouble(Trouble.Kind.NONSENSE, function + " " + told);
        }
        return told;
    }

    private static void must(String function, long code) throws Trouble {
        if (code != OK) {
            throw new Trouble(kind(code), code(function, code));
        }
    }

    private static Trouble.Kind kind(long code) {
        return switch ((int) code) {
            case 0x0A000023 -> Trouble.Kind.REMOVED;
            case 0x0A00002E, 0x0A00002B -> Trouble.Kind.MISSING;
            case 0x0A00001B, 0x0A00001C -> Trouble.Kind.NO_KEY;
            case 0x0A000010, 0x0A000011, 0x0A00001A, 0x0A00001E -> Trouble.Kind.UNFIT;
            default -> Trouble.Kind.REFUSED;
        };
    }

    private static String code(String function, long code) {
        return function + " 0x" + String.format(Locale.ROOT, "%08X", code);
    }
}
