package venue.evaluation.seat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import venue.crypto.Bytes;
import venue.crypto.Hashes;
import venue.crypto.Token;
import venue.crypto.TrustList;
import venue.crypto.TrustList.Verdict;
import venue.domain.base.BidderId;
import venue.domain.base.Digest;
import venue.domain.evaluation.Drawn;
import venue.domain.evaluation.Offer;
import venue.domain.evaluation.OpeningNote;
import venue.domain.record.OpeningRecord;
import venue.domain.tender.Tender;
import venue.evaluation.EvaluationFailure;
import venue.evaluation.EvaluationFailure.Code;
import venue.evaluation.Say;
import venue.journal.JournalFailure;
import venue.journal.Wire;
import venue.parcel.Parcel;

/// What the hall handed over (移交包): the opening record and every opened bid, in a parcel sealed to
/// the desks. It stays closed in its file; parts are taken out when they are looked at.
public final class Handover implements AutoCloseable {

    /// The facts of the opening record inside the parcel.
    public static final String RECORD = "opening.json";
    /// The signed opening record inside the parcel.
    public static final String PAPER = "opening-record.pdf";

    private final Parcel.Opened parcel;
    private final OpeningRecord record;
    private final Digest digest;
    private final Digest paper;

    private Handover(Parcel.Opened parcel, OpeningRecord record, Digest digest, Digest paper) {
        this.parcel = parcel;
        this.record = record;
        this.digest = digest;
        this.paper = paper;
    }

    /// Opens the parcel in `file` with the device's key and checks that it is what it should be.
    public static Handover open(Path file, @Nullable Token device, TrustList trust, Instant now,
            Tender tender) {
        var parcel = Parcel.open(file, device);
        try {
            return checked(parcel, file, trust, now, tender);
        } catch (RuntimeException trouble) {
            parcel.close();
            throw trouble;
        }
    }

    private static Handover checked(Parcel.Opened parcel, Path file, TrustList trust, Instant now,
            Tender tender) {
        var label = parcel.label();
        if (!label.kind().equals("handover") || !label.subject().equals(tender.id().value())) {
            throw new EvaluationFailure(Code.HANDOVER_OTHER, file.getFileName(), label.title());
        }
        var verdict = trust.check(parcel.sender(), now);
        if (verdict != Verdict.VALID && verdict != Verdict.UNKNOWN_REVOCATION) {
            throw new EvaluationFailure(Code.SENDER_UNTRUSTED, file.getFileName(),
                    parcel.sender().holder());
        }
        for (var needed : List.of(RECORD, PAPER)) {
            if (!parcel.names().contains(needed)) {
                throw new EvaluationFailure(Code.HANDOVER_INCOMPLETE, file.getFileName(), needed);
            }
        }
        var record = record(parcel, file);
        var handover = new Handover(parcel, record, new Digest(Hashes.sha256(file)),
                new Digest(Bytes.of(parcel.bytes(PAPER)).sha256()));
        handover.requireFiles(file);
        return handover;
    }

    private static OpeningRecord record(Parcel.Opened parcel, Path file) {
        try {
            return Wire.read(parcel.bytes(RECORD), OpeningRecord.class);
        } catch (JournalFailure e) {
            throw new EvaluationFailure(Code.HANDOVER_INCOMPLETE, e, file.getFileName(), RECORD);
        }
    }

    private void requireFiles(Path file) {
        for (var offer : offers()) {
            for (var part : offer.files()) {
                var name = nameOf(offer.bidder(), part.name());
                var listed = parcel.manifest().parts().stream()
                        .anyMatch(entry -> entry.name().equals(name)
                                && entry.sha256().equals(part.sha256().hex()));
                if (!listed) {
                    throw new EvaluationFailure(Code.HANDOVER_INCOMPLETE, file.getFileName(),
                            name);
                }
            }
        }
    }

    /// Where a bid's file lies in the parcel.
    public static String nameOf(BidderId bidder, String file) {
        return "bids/" + bidder.value() + "/" + file;
    }

    /// SHA-256 of the parcel.
    public Digest digest() {
        return digest;
    }

    /// The opened bids.
    public List<Offer> offers() {
        var offers = new ArrayList<Offer>();
        for (var row : record.rows()) {
            row.sheet().ifPresent(sheet -> offers.add(new Offer(sheet, row.files().stream()
                    .map(file -> new Offer.BidFile(file.name(), file.sizeBytes(), file.sha256()))
                    .toList())));
        }
        return offers;
    }

    /// What was drawn at the opening.
    public List<Drawn> draws() {
        return record.draws().stream()
                .map(drawn -> new Drawn(drawn.planId(), drawn.title(), drawn.value())).toList();
    }

    /// The opening in numbers.
    public OpeningNote opening() {
        var unopened = record.rows().stream().filter(row -> row.sealed().isPresent())
                .map(row -> new OpeningNote.Unopened(row.bidderName(), Say.onPaper(
                        "unopened." + row.sealed().orElseThrow().cause())))
                .toList();
        return new OpeningNote(record.openedAt(), record.received(), unopened, paper);
    }

    /// One file of a bid, with its digest checked again.
    public Optional<Bytes> file(BidderId bidder, String name) {
        var part = nameOf(bidder, name);
        return parcel.names().contains(part)
                ? Optional.of(Bytes.of(parcel.bytes(part)))
                : Optional.empty();
    }

    @Override
    public void close() {
        parcel.close();
    }

    /// Copies a parcel that somebody brought into the desk's own folder.
    static Path keep(Path brought, Path folder, String name) {
        try {
            Files.createDirectories(folder);
            var kept = folder.resolve(name);
            if (!brought.toAbsolutePath().equals(kept.toAbsolutePath())) {
                Files.copy(brought, kept, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            return kept;
        } catch (IOException e) {
            throw new EvaluationFailure(Code.FILE_UNREADABLE, e, brought);
        }
    }
}
