package venue.journal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Where what stands in the file of a blob: `VBLB1`, a random id of 16 bytes, then chunks of
/// `length u32 | last u8 | box`, each with 64 KiB of plain bytes, the last with what is left. So
/// the place of every byte follows from the length of the file.
///
/// @param chunks number of chunks, at least one
/// @param inLast plain bytes in the last chunk
record BlobLayout(long chunks, int inLast) {

    static final int CHUNK = 64 * 1024;
    static final int ID = 16;
    /// Nonce and tag of a box.
    static final int BOX = 12 + 16;
    /// Length and whether it is the last.
    static final int FRAME = 4 + 1;
    static final int HEADER = 5 + ID;

    private static final int FULL = FRAME + BOX + CHUNK;

    /// The letters that a file begins with.
    static byte[] magic() {
        return "VBLB1".getBytes(StandardCharsets.US_ASCII);
    }

    /// The layout of a file of so many bytes; none if no whole blob is so long.
    static Optional<BlobLayout> of(long fileBytes) {
        long body = fileBytes - HEADER;
        if (body < FRAME + BOX) {
            return Optional.empty();
        }
        long chunks = (body + FULL - 1) / FULL;
        long inLast = body - (chunks - 1) * FULL - FRAME - BOX;
        return inLast < 0 || (inLast == 0 && chunks > 1)
                ? Optional.empty()
                : Optional.of(new BlobLayout(chunks, (int) inLast));
    }

    /// The plain bytes of the whole.
    long size() {
        return (chunks - 1) * CHUNK + inLast;
    }

    /// Where the frame of a chunk begins.
    long position(long index) {
        return HEADER + index * FULL;
    }

    /// The plain bytes of a chunk.
    int plain(long index) {
        return isLast(index) ? inLast : CHUNK;
    }

    boolean isLast(long index) {
        return index == chunks - 1;
    }

    /// What a box is bound to: id, position, and whether it is the last.
    static byte[] bound(String id, long index, boolean last) {
        return ("blob|" + id + "|" + index + "|" + last).getBytes(StandardCharsets.US_ASCII);
    }
}
