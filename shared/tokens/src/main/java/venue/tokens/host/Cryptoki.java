package venue.tokens.host;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import venue.crypto.Bytes;
import venue.tokens.wire.Found;
import venue.tokens.wire.Tries;
import venue.tokens.wire.Trouble;

/// What the JDK's PKCS#11 provider does not tell: slots, the state of their tokens and public
/// certificates before anybody has logged in. Windows packs the structures and has a 32-bit ULONG.
final class Cryptoki {

    private static final long OK = 0;
    private static final long ALREADY_INITIALIZED = 0x191;
    private static final int GET_SLOT_LIST = 4;
    private static final int GET_TOKEN_INFO = 6;
    private static final int OPEN_SESSION = 12;
    private static final int CLOSE_SESSION = 13;
    private static final int GET_ATTRIBUTE_VALUE = 24;
    private static final int FIND_OBJECTS_INIT = 26;
    private static final int FIND_OBJECTS = 27;
    private static final int FIND_OBJECTS_FINAL = 28;
    private static final int FUNCTIONS = 40;
    private static final long SERIAL_SESSION = 4;
    private static final long CLASS = 0;
    private static final long VALUE = 0x11;
    private static final long CERTIFICATE = 1;
    private static final int INITIALIZED = 0x400;
    private static final int COUNT_LOW = 0x10000;
    private static final int FINAL_TRY = 0x20000;
    private static final int LOCKED = 0x40000;
    private static final int SLOTS_MAX = 256;
    private static final int CERTIFICATES_MAX = 32;
    private static final int CERTIFICATE_BYTES_MAX = 16_384;
    private static final int TOKEN_INFO_BYTES = 512;

    private final Library library;
    private final MemorySegment functions;
    private final boolean packed;

    /// A token in a slot.
    record Token(long slot, String label, String serial, int flags) {

        boolean isReady() {
            return (flags & INITIALIZED) != 0;
        }

        /// The same without its state.
        Token plain() {
            return new Token(slot, label, serial, 0);
        }

        /// PIN tries left as far as the flags tell.
        int tries() {
            if ((flags & LOCKED) != 0) {
                return 0;
            }
            return (flags & FINAL_TRY) != 0
                    ? Tries.ONE
                    : (flags & COUNT_LOW) != 0 ? Tries.FEW : Tries.UNKNOWN;
        }
    }

    private Cryptoki(Library library, MemorySegment functions, boolean packed) {
        this.library = library;
        this.functions = functions;
        this.packed = packed;
    }

    static Cryptoki load(String path) throws Trouble {
        boolean packed = System.getProperty("os.name", "").startsWith("Windows");
        var library = Library.load(path, packed ? Integer.BYTES : Long.BYTES);
        if (!library.has("C_GetFunctionList")) {
            throw new Trouble(Trouble.Kind.NO_LIBRARY, path);
        }
        try (var arena = Arena.ofConfined()) {
            var list = arena.allocate(ValueLayout.ADDRESS);
            must("C_GetFunctionList", library.call("C_GetFunctionList", list));
            int bytes = (packed ? 2 : Long.BYTES) + FUNCTIONS * Long.BYTES;
            var cryptoki = new Cryptoki(library, Library.pointer(list, 0, bytes), packed);
            cryptoki.initialize();
            return cryptoki;
        }
    }

    private void initialize() throws Trouble {
        long code = library.call(function(0), MemorySegment.NULL);
        if (code != ALREADY_INITIALIZED) {
            must("C_Initialize", code);
        }
    }

    /// The tokens that are plugged in and set up.
    List<Token> tokens() throws Trouble {
        try (var arena = Arena.ofConfined()) {
            var count = library.number(arena, SLOTS_MAX);
            var slots = arena.allocate((long) SLOTS_MAX * library.ulong(), Long.BYTES);
            must("C_GetSlotList", library.call(function(GET_SLOT_LIST), (byte) 1, slots, count));
            long found = library.get(count, 0);
            if (found > SLOTS_MAX) {
                throw new Trouble(Trouble.Kind.NONSENSE, "C_GetSlotList " + found);
            }
            var tokens = new ArrayList<Token>();
            for (int i = 0; i < found; i++) {
                token(arena, library.get(slots, (long) i * library.ulong())).ifPresent(tokens::add);
            }
            return tokens;
        }
    }

    /// The token in a slot, empty when it has been taken out meanwhile.
    private Optional<Token> token(Arena arena, long slot) {
        var info = arena.allocate(TOKEN_INFO_BYTES, Long.BYTES);
        long code = library.call(function(GET_TOKEN_INFO), new Library.Ulong(slot), info);
        if (code != OK) {
            return Optional.empty();
        }
        var token = new Token(slot, text(info, 0, 32), text(info, 80, 16),
                (int) library.get(info, 96));
        return token.isReady() ? Optional.of(token) : Optional.empty();
    }

    /// The certificates that the token shows to everybody.
    List<Found.Key> certificates(Token token) throws Trouble {
        try (var arena = Arena.ofConfined()) {
            var session = library.number(arena, 0);
            must("C_OpenSession", library.call(function(OPEN_SESSION),
                    new Library.Ulong(token.slot()), new Library.Ulong(SERIAL_SESSION),
                    MemorySegment.NULL, MemorySegment.NULL, session));
            var handle = new Library.Ulong(library.get(session, 0));
            try {
                return certificates(arena, handle);
            } finally {
                library.call(function(CLOSE_SESSION), handle);
            }
        }
    }

    private List<Found.Key> certificates(Arena arena, Library.Ulong session) throws Trouble {
        var wanted = attribute(arena, CLASS, library.number(arena, CERTIFICATE), library.ulong());
        must("C_FindObjectsInit", library.call(function(FIND_OBJECTS_INIT), session, wanted,
                new Library.Ulong(1)));
        var objects = arena.allocate((long) CERTIFICATES_MAX * library.ulong(), Long.BYTES);
        var count = library.number(arena, 0);
        must("C_FindObjects", library.call(function(FIND_OBJECTS), session, objects,
                new Library.Ulong(CERTIFICATES_MAX), count));
        must("C_FindObjectsFinal", library.call(function(FIND_OBJECTS_FINAL), session));
        long found = library.get(count, 0);
        if (found > CERTIFICATES_MAX) {
            throw new Trouble(Trouble.Kind.NONSENSE, "C_FindObjects " + found);
        }
        var keys = new ArrayList<Found.Key>();
        for (int i = 0; i < found; i++) {
            long object = library.get(objects, (long) i * library.ulong());
            keys.add(new Found.Key(Found.Use.ANY, value(arena, session, object)));
        }
        return keys;
    }

    private Bytes value(Arena arena, Library.Ulong session, long object) throws Trouble {
        var room = arena.allocate(CERTIFICATE_BYTES_MAX);
        var attribute = attribute(arena, VALUE, room, CERTIFICATE_BYTES_MAX);
        must("C_GetAttributeValue", library.call(function(GET_ATTRIBUTE_VALUE), session,
                new Library.Ulong(object), attribute, new Library.Ulong(1)));
        long length = library.get(attribute, library.ulong() + Long.BYTES);
        if (length <= 0 || length > CERTIFICATE_BYTES_MAX) {
            throw new Trouble(Trouble.Kind.NONSENSE, "C_GetAttributeValue " + length);
        }
        return Bytes.of(room.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE));
    }

    /// `{ type, pointer, length }`: without gaps in either layout.
    private MemorySegment attribute(Arena arena, long type, MemorySegment value, long length) {
        var attribute = arena.allocate(2L * library.ulong() + Long.BYTES, Long.BYTES);
        library.put(attribute, 0, type);
        Library.putPointer(attribute, library.ulong(), value);
        library.put(attribute, library.ulong() + Long.BYTES, length);
        return attribute;
    }

    private MemorySegment function(int index) {
        return Library.pointer(functions, (packed ? 2 : Long.BYTES) + (long) index * Long.BYTES,
                0);
    }

    private static String text(MemorySegment info, long offset, int length) {
        var bytes = info.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE);
        return new String(bytes, StandardCharsets.UTF_8).replace('\0', ' ').strip();
    }

    private static void must(String function, long code) throws Trouble {
        if (code != OK) {
            throw new Trouble(Trouble.Kind.REFUSED,
                    function + " 0x" + Long.toHexString(code).toUpperCase(Locale.ROOT));
        }
    }
}
