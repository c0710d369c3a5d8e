package venue.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import venue.crypto.Hashes;
import venue.domain.base.Digest;
import venue.journal.Blobs.Recovered;

/// Saves what an earlier run left unfinished. A whole part becomes a blob; of a torn one the whole
/// chunks become a blob of their own, and the part itself is put aside as it was found. Every step
/// can be done again: a part leaves its place only when its bytes stand safely in another one.
final class BlobRecovery {

    private final BlobFolder folder;
    private final BlobWriting writing;

    BlobRecovery(BlobFolder folder, BlobWriting writing) {
        this.folder = folder;
        this.writing = writing;
    }

    /// @param live parts that are being written at this moment
    /// @param note told of each part before it leaves its place, so that a crash repeats the note
    ///     and never loses it
    List<Recovered> run(Set<Path> live, Consumer<Recovered> note) throws IOException {
        var all = new ArrayList<Recovered>();
        for (var part : BlobFolder.list(folder.root.resolve("tmp"))) {
            if (part.toString().endsWith(".part") && !live.contains(part)) {
                all.add(save(part, note));
            }
        }
        return List.copyOf(all);
    }

    private Recovered save(Path part, Consumer<Recovered> note) throws IOException {
        var sum = Hashes.sha256();
        long bytes = 0;
        boolean whole;
        boolean exact;
        try (var in = new BlobPart(part, folder.box)) {
            var buffer = new byte[BlobLayout.CHUNK];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sum.update(buffer, 0, n);
                bytes += n;
            }
            whole = in.isWhole();
            exact = in.isExact();
        }
        var digest = new Digest(HexFormat.of().formatHex(sum.digest()));
        var recovered = new Recovered(part.getFileName().toString(), bytes, digest, whole);
        if (exact) {
            force(part);
            note.accept(recovered);
            folder.settle(part, digest);
        } else {
            again(part, digest);
            note.accept(recovered);
            folder.aside(part);
        }
        return recovered;
    }

    /// Writes what is whole of `part` as a blob of its own.
    private void again(Path part, Digest digest) throws IOException {
        var again = part.resolveSibling(part.getFileName() + ".again");
        try (var in = new BlobPart(part, folder.box)) {
            writing.write(in, again, _ -> {});
        }
        folder.settle(again, digest);
    }

    private static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
