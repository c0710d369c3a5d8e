package venue.sync.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.crypto.Bytes;
import venue.domain.base.DeviceId;
import venue.journal.LogRange;
import venue.journal.Origin;

/// A run of leaves of one log as their exact bytes, never parsed and rebuilt on the way, with the
/// payloads that may travel, the checkpoints above the run and the proofs that lead up to them.
///
/// A head of text lines, an empty line, the two checkpoints, the two proofs (32 bytes a hash), then
/// each leaf and payload behind its length (32 bits, big-endian; −1 = withheld).
public final class Batch {

    private static final String MAGIC = "venue-batch/1";
    private static final int WITHHELD = -1;
    private static final int HASH = 32;

    private Batch() {}

    /// The bytes to send.
    public static byte[] write(LogRange range) {
        var note = range.note().getBytes(StandardCharsets.UTF_8);
        var sm3Note = range.sm3Note().getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write((MAGIC + "\ndevice " + range.origin().device() + "\ngeneration "
                    + range.origin().generation() + "\nfrom " + range.from() + "\ncount "
                    + range.items().size() + "\ncheckpoint " + note.length + "\ncheckpoint-sm3 "
                    + sm3Note.length + "\nproof " + range.proof().size() + "\nproof-sm3 "
                    + range.sm3Proof().size() + "\n\n").getBytes(StandardCharsets.UTF_8));
            out.write(note);
            out.write(sm3Note);
            for (var hash : range.proof()) {
                out.write(hash.array());
            }
            for (var hash : range.sm3Proof()) {
                out.write(hash.array());
            }
            for (var item : range.items()) {
                write(out, Optional.of(item.leaf()));
                write(out, item.payload());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Optional<Bytes> bytes) throws IOException {
        out.writeInt(bytes.map(Bytes::length).orElse(WITHHELD));
        if (bytes.isPresent()) {
            out.write(bytes.get().array());
        }
    }

    /// The range in `bytes`, or [Malformed]. Nothing is taken on trust: every length is checked
    /// against its limit and against what is there.
    public static LogRange read(byte[] bytes) {
        var in = new Slices(bytes);
        if (!in.line().equals(MAGIC)) {
            throw new Malformed("does not begin with " + MAGIC);
        }
        var device = in.field("device");
        int generation = (int) in.number("generation", 999_999);
        long from = in.number("from", Long.MAX_VALUE);
        int count = (int) in.number("count", Protocol.BATCH_LEAVES_MAX);
        int note = (int) in.number("checkpoint", Protocol.CHECKPOINT_BYTES_MAX);
        int sm3Note = (int) in.number("checkpoint-sm3", Protocol.CHECKPOINT_BYTES_MAX);
        int proof = (int) in.number("proof", Protocol.PROOF_LINES_MAX);
        int sm3Proof = (int) in.number("proof-sm3", Protocol.PROOF_LINES_MAX);
        if (!in.line().isEmpty()) {
            throw new Malformed("no empty line after the head");
        }
        var range = new LogRange(origin(device, generation), from,
                List.of(), in.text(note), in.text(sm3Note), hashes(in, proof),
                hashes(in, sm3Proof));
        var items = new ArrayList<LogRange.Item>();
        for (int i = 0; i < count; i++) {
            items.add(item(in, from + i));
        }
        in.end();
        return new LogRange(range.origin(), from, items, range.note(), range.sm3Note(),
                range.proof(), range.sm3Proof());
    }

    private static Origin origin(String device, int generation) {
        try {
            return new Origin(new DeviceId(device), generation);
        } catch (IllegalArgumentException e) {
            throw new Malformed("not a log: " + device + "/g" + generation, e);
        }
    }

    private static List<Bytes> hashes(Slices in, int count) {
        var hashes = new ArrayList<Bytes>();
        for (int i = 0; i < count; i++) {
            hashes.add(Bytes.of(in.take(HASH)));
        }
        return hashes;
    }

    private static LogRange.Item item(Slices in, long seq) {
        int length = in.integer();
        if (length < 1 || length > Protocol.LEAF_BYTES_MAX) {
            throw new Malformed("leaf " + seq + " has the length " + length);
        }
        var leaf = Bytes.of(in.take(length));
        int payload = in.integer();
        if (payload == WITHHELD) {
            return new LogRange.Item(leaf, Optional.empty());
        }
        if (payload < 0 || payload > Protocol.PAYLOAD_BYTES_MAX) {
            throw new Malformed("payload " + seq + " has the length " + payload);
        }
        return new LogRange.Item(leaf, Optional.of(Bytes.of(in.take(payload))));
    }
}
