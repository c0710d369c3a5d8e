package venue.tokens.host;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import venue.tokens.wire.Trouble;

/// A native library whose functions take and return the ULONG of its vendor.
final class Library {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final AddressLayout POINTER = ValueLayout.ADDRESS_UNALIGNED;

    private final SymbolLookup symbols;
    private final int ulong;

    /// A ULONG as an argument, as opposed to a BOOL, which is always 32 bits.
    record Ulong(long value) {}

    private Library(SymbolLookup symbols, int ulong) {
        this.symbols = symbols;
        this.ulong = ulong;
    }

    @SuppressWarnings("restricted")
    static Library load(String path, int ulong) throws Trouble {
        if (!Files.isRegularFile(Path.of(path))) {
            throw new Trouble(Trouble.Kind.NO_LIBRARY, path);
        }
        try {
            return new Library(SymbolLookup.libraryLookup(Path.of(path), Arena.global()), ulong);
        } catch (IllegalArgumentException e) {
            throw new Trouble(Trouble.Kind.NO_LIBRARY, path);
        }
    }

    /// Bytes of a ULONG.
    int ulong() {
        return ulong;
    }

    boolean has(String function) {
        return symbols.find(function).isPresent();
    }

    /// Calls an exported function.
    long call(String function, Object... arguments) throws Trouble {
        var address = symbols.find(function)
                .orElseThrow(() -> new Trouble(Trouble.Kind.REFUSED, function + " ?"));
        return call(address, arguments);
    }

    /// Calls a function by its address.
    @SuppressWarnings("restricted")
    long call(MemorySegment address, Object... arguments) {
        var layouts = new MemoryLayout[arguments.length];
        var values = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case MemorySegment segment -> {
                    layouts[i] = ValueLayout.ADDRESS;
                    values[i] = segment;
                }
                case Ulong number when ulong == Long.BYTES -> {
                    layouts[i] = ValueLayout.JAVA_LONG;
                    values[i] = number.value();
                }
                case Ulong number -> {
                    layouts[i] = ValueLayout.JAVA_INT;
                    values[i] = (int) number.value();
                }
                default -> {
                    layouts[i] = ValueLayout.JAVA_INT;
                    values[i] = arguments[i];
                }
            }
        }
        var result = ulong == Long.BYTES ? ValueLayout.JAVA_LONG : ValueLayout.JAVA_INT;
        var handle = LINKER.downcallHandle(address, FunctionDescriptor.of(result, layouts));
        try {
            return ((Number) handle.invokeWithArguments(Arrays.asList(values))).longValue()
                    & 0xFFFFFFFFL;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /// Room for one ULONG.
    MemorySegment number(Arena arena, long value) {
        var room = arena.allocate(Long.BYTES, Long.BYTES);
        put(room, 0, value);
        return room;
    }

    void put(MemorySegment segment, long offset, long value) {
        if (ulong == Long.BYTES) {
            segment.set(LONG, offset, value);
        } else {
            segment.set(INT, offset, (int) value);
        }
    }

    long get(MemorySegment segment, long offset) {
        return ulong == Long.BYTES
                ? segment.get(LONG, offset)
                : Integer.toUnsignedLong(segment.get(INT, offset));
    }

    /// A pointer kept in memory, to `size` bytes.
    @SuppressWarnings("restricted")
    static MemorySegment pointer(MemorySegment segment, long offset, long size) {
        return segment.get(POINTER, offset).reinterpret(size);
    }

    static void putPointer(MemorySegment segment, long offset, MemorySegment value) {
        segment.set(POINTER, offset, value);
    }
}
