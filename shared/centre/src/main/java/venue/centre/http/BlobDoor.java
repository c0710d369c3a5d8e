package venue.centre.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import venue.centre.Device;
import venue.centre.store.BlobFiles;
import venue.centre.store.TaskStore;
import venue.crypto.Bytes;
import venue.domain.base.DeviceId;
import venue.domain.base.Digest;
import venue.domain.base.TenderId;
import venue.sync.Assignment;
import venue.sync.DeviceKind;
import venue.sync.wire.Handover;
import venue.sync.wire.Json;
import venue.sync.wire.Malformed;
import venue.sync.wire.Protocol;
import venue.sync.wire.Stored;
import venue.sync.wire.Task;

/// Large files by their hash, in pieces both ways. A blob is whole only when its hash is right;
/// until then it lies apart, one unfinished file for each device and hash.
final class BlobDoor {

    private static final int PIECE = 64 * 1024;

    private final House house;
    private final BlobFiles files;
    private final Set<Path> busy = ConcurrentHashMap.newKeySet();

    BlobDoor(House house) {
        this.house = house;
        this.files = house.blobs();
    }

    Answer read(Visit visit) {
        var hash = hash(visit);
        var blob = house.tasks().blob(hash.hex())
                .filter(b -> house.tasks().mayRead(visit.device().id(), b.sha256()))
                .orElseThrow(() -> new Rejected(404, "NO_SUCH_BLOB", hash.brief()));
        long from = visit.header("Range").map(range -> from(range, blob.size())).orElse(0L);
        return new Answer.Piece(files.whole(hash), from, blob.size(), blob.size());
    }

    /// Only `bytes=N-` is spoken: where to go on.
    private static long from(String range, long size) {
        if (!range.matches("bytes=[0-9]{1,15}-")) {
            throw new Rejected(416, "RANGE", range);
        }
        long from = Long.parseLong(range.substring("bytes=".length(), range.length() - 1));
        if (from > size || from == size && size > 0) {
            throw new Rejected(416, "RANGE", range);
        }
        return from;
    }

    Answer state(Visit visit) throws IOException {
        var hash = hash(visit);
        boolean whole = house.tasks().blob(hash.hex()).isPresent()
                && house.tasks().mayRead(visit.device().id(), hash.hex());
        return Answer.json(new Stored(whole, whole ? 0 : length(part(visit, hash))));
    }

    Answer write(Visit visit) throws IOException {
        var hash = hash(visit);
        long offset = Visit.number(Protocol.OFFSET_HEADER, visit.header(Protocol.OFFSET_HEADER));
        long total = Visit.number(Protocol.LENGTH_HEADER, visit.header(Protocol.LENGTH_HEADER));
        if (total > Protocol.BLOB_BYTES_MAX) {
            throw new Rejected(413, "TOO_LARGE", Protocol.BLOB_BYTES_MAX);
        }
        var part = part(visit, hash);
        if (!busy.add(part)) {
            throw new Rejected(409, "UPLOAD_BUSY", hash.brief());
        }
        try {
            long here = length(part);
            if (offset != here) {
                throw new Rejected(409, "OFFSET", offset, here);
            }
            append(part, offset, total, visit.body());
            if (length(part) < total) {
                return Answer.json(new Stored(false, length(part)));
            }
            return finish(visit.device(), part, hash, total);
        } finally {
            busy.remove(part);
        }
    }

    private static void append(Path part, long offset, long total, InputStream body)
            throws IOException {
        try (var out = FileChannel.open(part, StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            out.position(offset);
            var piece = new byte[PIECE];
            long done = offset;
            for (int n = body.read(piece); n >= 0; n = body.read(piece)) {
                done += n;
                if (done > total) {
                    throw new Rejected(400, "LONGER", total);
                }
                var bytes = ByteBuffer.wrap(piece, 0, n);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
    }

    private Answer finish(Device device, Path part, Digest hash, long total) throws IOException {
        if (!files.keep(part, hash)) {
            throw new Rejected(422, "WRONG_HASH", hash.brief());
        }
        house.tasks().keep(new TaskStore.Blob(hash.hex(), total), device.id().value(),
                house.clock().instant());
        return Answer.json(new Stored(true, total));
    }

    Answer handOver(Visit visit) throws IOException {
        var handover = Json.read(visit.body(Protocol.JSON_BYTES_MAX), Handover.class);
        var from = visit.device();
        var blob = house.tasks().blob(handover.sha256())
                .filter(b -> house.tasks().mayRead(from.id(), b.sha256()))
                .orElseThrow(() -> new Rejected(404, "NO_SUCH_BLOB", "-"));
        var task = task(handover, from, blob);
        if (!from.tenders().contains(task.tender())) {
            throw new Rejected(403, "OTHER_TENDER", task.tender());
        }
        var to = new HashSet<DeviceId>();
        for (var contact : house.registry().all()) {
            var device = contact.device();
            boolean meant = handover.devices().isEmpty()
                    ? kinds(handover).contains(device.kind())
                    : handover.devices().contains(device.id().value());
            if (meant && device.tenders().contains(task.tender())) {
                to.add(device.id());
            }
        }
        if (to.isEmpty()) {
            throw new Rejected(404, "NOBODY", task.title());
        }
        var wire = new Task(task.id(), task.kind(), task.tender().value(), task.title(),
                task.name(), task.size(), task.sha256().hex(), task.from());
        house.tasks().assign(wire, to, house.clock().instant().truncatedTo(ChronoUnit.MILLIS));
        return Answer.json(wire);
    }

    private static Set<DeviceKind> kinds(Handover handover) {
        var kinds = new HashSet<DeviceKind>();
        try {
            handover.kinds().forEach(kind -> kinds.add(DeviceKind.valueOf(kind)));
        } catch (IllegalArgumentException e) {
            throw new Malformed("not a kind of device", e);
        }
        return kinds;
    }

    private static Assignment task(Handover handover, Device from, TaskStore.Blob blob) {
        try {
            return new Assignment(
                    Assignment.idOf(handover.kind(), new TenderId(handover.tender()),
                            new Digest(blob.sha256())),
                    handover.kind(), new TenderId(handover.tender()), handover.title(),
                    handover.name(), blob.size(), new Digest(blob.sha256()), from.id().value());
        } catch (IllegalArgumentException e) {
            throw new Malformed(String.valueOf(e.getMessage()), e);
        }
    }

    private Path part(Visit visit, Digest hash) {
        return files.incoming(Bytes.of(visit.device().id().value()
                .getBytes(java.nio.charset.StandardCharsets.UTF_8)).hex() + "-" + hash.hex());
    }

    private static long length(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private static Digest hash(Visit visit) {
        var text = visit.path().get(2);
        if (!text.matches("[0-9a-f]{64}")) {
            throw new Rejected(404, "NO_SUCH_THING");
        }
        return new Digest(text);
    }
}
