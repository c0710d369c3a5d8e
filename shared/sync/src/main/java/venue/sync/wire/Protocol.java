package venue.sync.wire;

import java.util.regex.Pattern;

/// The numbers and names that both ends of the wire share (同步协议). The whole of it is told in
/// `shared/handbook/protocol.md`; a change here is a change there.
public final class Protocol {

    /// Both ends must have the same major version.
    public static final int MAJOR = 1;
    /// A higher minor version only adds.
    public static final int MINOR = 0;
    /// What stands in the header [#VERSION_HEADER].
    public static final String VERSION = MAJOR + "." + MINOR;
    /// The version of this program.
    public static final String SOFTWARE = "0.1.0";
    /// Sent with every request.
    public static final String VERSION_HEADER = "Venue-Protocol";
    /// How many bytes of a blob have arrived (or: where this piece begins).
    public static final String OFFSET_HEADER = "Venue-Offset";
    /// How long the whole blob is.
    public static final String LENGTH_HEADER = "Venue-Length";

    /// Plain JSON, UTF-8.
    public static final String JSON = "application/json";
    /// A [Batch].
    public static final String BATCH = "application/vnd.venue.batch";
    /// An [Addition] and the lines that answer it.
    public static final String TEXT = "text/plain; charset=utf-8";
    /// The answer 409 of a witness: the size it has countersigned.
    public static final String SIZE = "text/x.tlog.size";
    /// Blobs.
    public static final String OCTETS = "application/octet-stream";

    /// Largest JSON message.
    public static final int JSON_BYTES_MAX = 256 * 1024;
    /// Largest checkpoint with its proof.
    public static final int CHECKPOINT_BYTES_MAX = 64 * 1024;
    /// Largest batch.
    public static final int BATCH_BYTES_MAX = 24 * 1024 * 1024;
    /// Most leaves in a batch.
    public static final int BATCH_LEAVES_MAX = 1_000;
    /// Longest leaf (tlog-tiles: a 16-bit length).
    public static final int LEAF_BYTES_MAX = 65_535;
    /// Longest payload of one leaf.
    public static final int PAYLOAD_BYTES_MAX = 16 * 1024 * 1024;
    /// Largest blob.
    public static final long BLOB_BYTES_MAX = 4L * 1024 * 1024 * 1024;
    /// Most lines of a consistency proof (tlog-witness).
    public static final int PROOF_LINES_MAX = 63;

    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})");

    private Protocol() {}

    /// Whether a peer that says `version` can be talked to.
    public static boolean speaks(String version) {
        var parts = SHAPE.matcher(version);
        return parts.matches() && Integer.parseInt(parts.group(1)) == MAJOR;
    }
}
