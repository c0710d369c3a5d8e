package venue.parcel;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import venue.crypto.Bytes;
import venue.crypto.Detached;
import venue.crypto.Durable;
import venue.crypto.Hashes;
import venue.crypto.SealedBid;
import venue.crypto.Token;

/// What the bidder keeps and hands in with the file: its digests and for whom it is sealed, signed.
/// It speaks about the sealed file only, so it gives nothing of the content away.
final class SealReceipt {

    private static final String FORMAT = "venue-bid-receipt/1";
    /// With the digest of the backup file as the seventh line.
    private static final String FORMAT_WITH_BACKUP = "venue-bid-receipt/2";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SealReceipt() {}

    static void write(Path file, SealedBid bid, Hashes.Sums sums, Token bidder, Instant at) {
        var header = bid.header();
        var statement = statement(header, sums, bid.backupSha256());
        var receipt = JSON.createObjectNode()
                .put("format", bid.backupSha256().isEmpty() ? FORMAT : FORMAT_WITH_BACKUP)
                .put("tender", header.tender()).put("bidder", header.bidder())
                .put("bidderName", header.bidderName())
                .put("sealedAt", header.sealedAt().toString()).put("fileId", bid.fileId().hex())
                .put("suite", bid.suite().name()).put("headerDigest", bid.headerDigest().hex())
                .put("size", sums.size()).put("sha256", sums.sha256()).put("sm3", sums.sm3());
        bid.backupSha256().ifPresent(digest -> receipt.put("backupSha256", digest.hex()));
        recipients(receipt, bid);
        receipt.put("signature",
                Detached.sign(bidder, statement.getBytes(StandardCharsets.UTF_8), at).base64());
        try {
            Durable.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(receipt));
        } catch (IOException e) {
            throw new ParcelFailure(ParcelFailure.Code.DISK, e, file);
        }
    }

    /// What the signature is over: lines a person can write down and check.
    static String statement(SealedBid.Header header, Hashes.Sums sums, Optional<Bytes> backup) {
        return (backup.isEmpty() ? FORMAT : FORMAT_WITH_BACKUP) + "\n" + header.tender() + "\n"
                + header.bidder() + "\n" + sums.size() + "\n" + sums.sha256() + "\n"
                + sums.sm3() + "\n" + backup.map(digest -> digest.hex() + "\n").orElse("");
    }

    private static void recipients(ObjectNode receipt, SealedBid bid) {
        var recipients = receipt.putArray("recipients");
        for (var each : bid.recipients()) {
            recipients.addObject().put("side", each.side().name()).put("holder", each.holder())
                    .put("serial", each.serialHex()).put("issuer", each.issuer())
                    .put("certificateSha256", each.certificateSha256());
        }
    }
}
