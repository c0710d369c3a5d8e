package venue.journal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import venue.crypto.Bytes;
import venue.crypto.CryptoFailure;
import venue.crypto.Hashes;
import venue.domain.base.Digest;

/// Files by their digest (附件库): hashed in the pass that writes, encrypted on the disk in chunks
/// of 64 KiB, forced, renamed, and read back before anybody is told that they are there.
///
/// A file is `VBLB1`, a random id of 16 bytes, then chunks of `length u32 | last u8 | box`; the
/// box is bound to id, position and whether it is the last.
public final class Blobs {

    private static final byte[] MAGIC = "VBLB1".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK = 64 * 1024;
    private static final int BOX_MOST = CHUNK + 64;

    private final Setting setting;
    private final Path root;

    Blobs(Setting setting) {
        this.setting = setting;
        this.root = setting.dir.resolve("blobs");
    }

    /// Takes in everything that `in` gives; the same bytes twice are kept once.
    public Digest put(InputStream in) {
        try {
            var tmp = root.resolve("tmp");
            Files.createDirectories(tmp);
            var part = tmp.resolve(UUID.randomUUID() + ".part");
            var sha256 = MessageDigest.getInstance("SHA-256");
            write(new DigestInputStream(in, sha256), part);
            var digest = new Digest(HexFormat.of().formatHex(sha256.digest()));
            settle(part, digest);
            return digest;
        } catch (IOException e) {
            throw failure(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Takes in a file.
    public Digest put(Path file) {
        try (var in = Files.newInputStream(file)) {
            return put(in);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private void write(InputStream in, Path part) throws IOException {
        try (var channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE);
                var out = new DataOutputStream(new BufferedOutputStream(
                        java.nio.channels.Channels.newOutputStream(channel), CHUNK))) {
            var id = Bytes.random(16).array();
            out.write(MAGIC);
            out.write(id);
            var chunk = in.readNBytes(CHUNK);
            for (long index = 0;; index++) {
                var following = in.readNBytes(CHUNK);
                boolean last = following.length == 0;
                var box = setting.box.seal(chunk, aad(id, index, last));
                out.writeInt(box.length);
                out.writeByte(last ? 1 : 0);
                out.write(box);
                if (last) {
                    break;
                }
                chunk = following;
            }
            out.flush();
            channel.force(true);
        }
    }

    private void settle(Path part, Digest digest) throws IOException {
        try (var back = new Reading(part)) {
            if (!Hashes.both(back).sha256().equals(digest.hex())) {
                throw JournalFailure.blobDamaged(digest.hex(), null);
            }
        }
        var file = file(digest);
        if (Files.exists(file)) {
            Files.delete(part);
            return;
        }
        var folder = root.resolve(digest.hex().substring(0, 2));
        Files.createDirectories(folder);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        force(folder);
        force(root);
    }

    private static void force(Path folder) throws IOException {
        if (!System.getProperty("os.name", "").startsWith("Windows")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /// The bytes of a blob; each chunk is checked before it is given out.
    ///
    /// @throws JournalFailure BLOB_MISSING, BLOB_DAMAGED
    public InputStream open(Digest digest) {
        if (!has(digest)) {
            throw JournalFailure.blobMissing(digest.hex());
        }
        try {
            return new BufferedInputStream(new Reading(file(digest)), CHUNK);
        } catch (IOException e) {
            throw JournalFailure.blobDamaged(digest.hex(), e);
        }
    }

    /// Whether the blob is here.
    public boolean has(Digest digest) {
        return Files.isRegularFile(file(digest));
    }

    /// Both digests and the size, read anew.
    ///
    /// @throws JournalFailure BLOB_MISSING, BLOB_DAMAGED
    public Hashes.Sums sums(Digest digest) {
        try (var in = open(digest)) {
            var sums = Hashes.both(in);
            if (!sums.sha256().equals(digest.hex())) {
                throw JournalFailure.blobDamaged(digest.hex(), null);
            }
            return sums;
        } catch (IOException e) {
            throw JournalFailure.blobDamaged(digest.hex(), e);
        }
    }

    private Path file(Digest digest) {
        return root.resolve(digest.hex().substring(0, 2)).resolve(digest.hex());
    }

    private JournalFailure failure(IOException e) {
        var text = String.valueOf(e.getMessage());
        return text.contains("No space left") || text.contains("not enough space")
                ? JournalFailure.diskFull(root, e)
                : JournalFailure.disk(root, e);
    }

    private static byte[] aad(byte[] id, long index, boolean last) {
        return ("blob|" + HexFormat.of().formatHex(id) + "|" + index + "|" + last)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// The plain bytes of a file, chunk by chunk.
    private final class Reading extends InputStream {
        private final DataInputStream in;
        private final byte[] id;
        private byte[] chunk = new byte[0];
        private int at;
        private long index;
        private boolean ended;

        Reading(Path file) throws IOException {
            in = new DataInputStream(
                    new BufferedInputStream(Files.newInputStream(file), BOX_MOST));
            if (!Bytes.of(in.readNBytes(MAGIC.length)).equals(Bytes.of(MAGIC))) {
                in.close();
                throw new IOException("not a blob file");
            }
            id = in.readNBytes(16);
        }

        @Override
        public int read() throws IOException {
            return fill() ? chunk[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, chunk.length - at);
            System.arraycopy(chunk, at, into, offset, count);
            at += count;
            return count;
        }

        private boolean fill() throws IOException {
            while (at == chunk.length && !ended) {
                int length = in.readInt();
                boolean last = in.readByte() == 1;
                if (length < 0 || length > BOX_MOST) {
                    throw new IOException("a chunk of " + length + " bytes");
                }
                var box = in.readNBytes(length);
                if (box.length < length) {
                    throw new EOFException("cut off in chunk " + index);
                }
                try {
                    chunk = setting.box.open(box, aad(id, index, last));
                } catch (CryptoFailure e) {
                    throw new IOException("chunk " + index + " was changed", e);
                }
                at = 0;
                index++;
                ended = last;
            }
            return at < chunk.length;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
