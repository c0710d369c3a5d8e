package venue.journal.proof;

import java.util.Arrays;

/// The complete subtrees of one height, side by side: a row of 32-byte hashes in segments of 256.
/// A full segment never changes again, so trees may share it.
final class Level {

    /// Hashes in a segment; as many as in a tile.
    static final int WIDTH = 256;

    private static final int LENGTH = TreeHash.LENGTH;
    private static final int FIRST = 4 * LENGTH;

    private byte[][] segments;
    private int count;

    Level() {
        this(new byte[1][FIRST], 0);
    }

    private Level(byte[][] segments, int count) {
        this.segments = segments;
        this.count = count;
    }

    int count() {
        return count;
    }

    /// The same row; only the segment that still grows is copied.
    Level copy() {
        int used = Math.ceilDiv(count, WIDTH);
        var shared = Arrays.copyOf(segments, Math.max(1, used));
        int last = shared.length - 1;
        if (used == 0 || count % WIDTH != 0) {
            shared[last] = shared[last].clone();
        }
        return new Level(shared, count);
    }

    /// The segment in which hash `index` stands at [#place].
    byte[] segment(int index) {
        return segments[index / WIDTH];
    }

    static int place(int index) {
        return index % WIDTH * LENGTH;
    }

    /// Makes room for one more hash, which the caller writes at [#place] of the new last index.
    void grow() {
        int number = count / WIDTH;
        if (number >= segments.length) {
            segments = Arrays.copyOf(segments, number + 1 + number / 2);
        }
        var segment = segments[number];
        int end = place(count) + LENGTH;
        if (segment == null) {
            segments[number] = new byte[WIDTH * LENGTH];
        } else if (segment.length < end) {
            segments[number] = Arrays.copyOf(segment, 2 * segment.length);
        }
        count++;
    }
}
