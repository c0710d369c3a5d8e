package venue.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import venue.crypto.CryptoFailure;
import venue.crypto.Sealing;

/// The file of a blob, open for reading: each chunk by itself, checked before it is given out.
final class BlobFile implements Closeable {

    private final FileChannel channel;
    private final String name;
    private final Sealing box;
    private final BlobLayout layout;
    private final String id;
    private final AtomicLong opened = new AtomicLong();

    private BlobFile(FileChannel channel, String name, Sealing box) throws IOException {
        this.channel = channel;
        this.name = name;
        this.box = box;
        long length = channel.size();
        this.layout = BlobLayout.of(length)
                .orElseThrow(() -> damaged("no blob is " + length + " bytes long"));
        var header = new byte[BlobLayout.HEADER];
        fill(ByteBuffer.wrap(header), 0);
        var magic = BlobLayout.magic();
        if (!Arrays.equals(header, 0, magic.length, magic, 0, magic.length)) {
            throw damaged("not a blob file");
        }
        this.id = HexFormat.of().formatHex(header, magic.length, header.length);
    }

    /// @param name what the blob is called in a failure
    /// @throws JournalFailure BLOB_DAMAGED
    static BlobFile open(Path file, String name, Sealing box) throws IOException {
        var channel = FileChannel.open(file);
        try {
            return new BlobFile(channel, name, box);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    BlobLayout layout() {
        return layout;
    }

    /// How many chunks were decrypted so far.
    long opened() {
        return opened.get();
    }

    /// The plain bytes of a chunk.
    ///
    /// @throws JournalFailure BLOB_DAMAGED
    byte[] chunk(long index) throws IOException {
        boolean last = layout.isLast(index);
        int length = BlobLayout.BOX + layout.plain(index);
        var frame = ByteBuffer.allocate(BlobLayout.FRAME + length);
        fill(frame, layout.position(index));
        if (frame.getInt(0) != length || frame.get(4) != (last ? 1 : 0)) {
            throw damaged("chunk " + index + " has another length");
        }
        var sealed = Arrays.copyOfRange(frame.array(), BlobLayout.FRAME, frame.capacity());
        opened.incrementAndGet();
        try {
            return box.open(sealed, BlobLayout.bound(id, index, last));
        } catch (CryptoFailure e) {
            throw JournalFailure.blobDamaged(name, e);
        }
    }

    private void fill(ByteBuffer into, long position) throws IOException {
        while (into.hasRemaining()) {
            if (channel.read(into, position + into.position()) < 0) {
                throw damaged("cut off at " + (position + into.position()));
            }
        }
    }

    private JournalFailure damaged(String finding) {
        return JournalFailure.blobDamaged(name, new IOException(finding));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
