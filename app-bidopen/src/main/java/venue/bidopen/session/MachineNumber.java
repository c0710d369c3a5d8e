package venue.bidopen.session;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

import venue.crypto.Bytes;
import venue.domain.base.Digest;
import venue.domain.draw.Draw;

/// The program's own secret number of a draw (系统随机数): kept encrypted until it is shown, so that a
/// restart between commitment and dice loses nothing.
public final class MachineNumber {

    private final Workplace place;

    /// Numbers kept at `place`.
    public MachineNumber(Workplace place) {
        this.place = place;
    }

    /// A fresh number for `drawId`, in hexadecimal, kept.
    public String make(String drawId) {
        var nonce = Bytes.random(Draw.NONCE_BYTES).array();
        var digest = place.station().journal().blobs().put(new ByteArrayInputStream(nonce));
        try {
            Files.writeString(file(drawId), digest.hex());
        } catch (IOException e) {
            throw BidOpenFailure.file(file(drawId), e);
        }
        return HexFormat.of().formatHex(nonce);
    }

    /// The number made for `drawId`.
    public String recall(String drawId) {
        var file = file(drawId);
        if (!Files.isRegularFile(file)) {
            throw BidOpenFailure.machineNumberLost(drawId);
        }
        try (var in = place.station().journal().blobs()
                .open(new Digest(Files.readString(file)))) {
            return HexFormat.of().formatHex(in.readAllBytes());
        } catch (IOException e) {
            throw BidOpenFailure.file(file, e);
        }
    }

    private Path file(String drawId) {
        return place.folder("draws").resolve(drawId.replace('/', '-') + ".ref");
    }
}
