package venue.bidopen.session;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import venue.bidopen.paper.OpeningRecordPaper;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.crypto.Detached;
import venue.crypto.Progress;
import venue.crypto.Token;
import venue.documents.Document;
import venue.documents.FigureCheck;
import venue.documents.Mark;
import venue.documents.Pdf;
import venue.documents.PdfPictures;
import venue.documents.PdfText;
import venue.domain.base.Digest;
import venue.domain.opening.Opening;
import venue.domain.opening.OpeningCommand;
import venue.domain.opening.RecordVersion;
import venue.domain.opening.Signer;
import venue.domain.record.OpeningRecord;
import venue.domain.record.OpeningRecordFacts;
import venue.journal.Wire;
import venue.parcel.Parcel;
import venue.sync.DeviceKind;

/// The opening record as a document: drawn up, shown, signed, and handed over with the bids.
public final class RecordPapers {

    private static final int PREVIEW_DPI = 80;

    private final Workplace place;

    /// Papers of `place`.
    public RecordPapers(Workplace place) {
        this.place = place;
    }

    /// Renders the record, compares its figures with the facts, keeps it; the answer is the command
    /// that records it.
    public OpeningCommand draft(Opening opening) {
        var facts = OpeningRecordFacts.of(opening).unsigned();
        var document = render(facts, opening.drafts().size() + 1);
        var missing = FigureCheck.inPaper(figures(facts), PdfText.text(document.pdf()));
        if (!missing.isEmpty()) {
            throw new IllegalStateException(missing.getFirst().sentence());
        }
        place.station().journal().blobs()
                .put(new ByteArrayInputStream(document.pdf().array()));
        return new OpeningCommand.DraftRecord(new Digest(document.sha256()),
                new Digest(document.sm3()));
    }

    private static Document render(OpeningRecord facts, int version) {
        return Pdf.render(OpeningRecordPaper.of(facts, version).mark(Mark.OFFICIAL));
    }

    private static List<FigureCheck.Figure> figures(OpeningRecord facts) {
        return facts.rows().stream().flatMap(row -> row.sheet().stream())
                .map(sheet -> new FigureCheck.Figure(sheet.bidderName(),
                        sheet.price().grouped()))
                .toList();
    }

    /// The document of a version, as kept.
    public byte[] pdf(RecordVersion version) {
        return bytes(version.sha256());
    }

    /// Its pages as pictures (PNG).
    public List<byte[]> pages(RecordVersion version) {
        return PdfPictures.pages(Bytes.of(pdf(version)), PREVIEW_DPI).stream().map(Bytes::array)
                .toList();
    }

    /// Signs the valid version with `token` for `signer`; the signature is checked and kept before
    /// the command is made.
    public OpeningCommand sign(Opening opening, Signer signer, Token token) {
        var version = opening.draft().orElseThrow();
        var pdf = pdf(version);
        var cms = Detached.sign(token, pdf, place.clock().instant());
        var signed = Detached.verify(cms, pdf);
        if (!signed.valid()) {
            throw new IllegalStateException(signed.reason());
        }
        place.station().journal().blobs().put(new ByteArrayInputStream(cms.array()));
        Certificate certificate = token.signing();
        return new OpeningCommand.SignRecord(signer.duty(), signer.person(),
                new Digest(certificate.sha256()), certificate.serialHex(), version.sha256(),
                cms.base64());
    }

    /// Lays the signed record and its signatures into the work folder.
    public Path publish(Opening opening) {
        var folder = place.folder("record");
        try {
            var version = opening.draft().orElseThrow();
            var file = Files.write(folder.resolve("opening-record.pdf"), pdf(version));
            for (var signature : version.signatures()) {
                if (signature.refusal().isEmpty()) {
                    Files.write(folder.resolve(name(signature)),
                            Base64.getDecoder().decode(signature.cms()));
                }
            }
            return file;
        } catch (IOException e) {
            throw BidOpenFailure.file(folder, e);
        }
    }

    /// Packs the decrypted bids and the signed record for the evaluation seats.
    public Path pack(Opening opening, Project project, Token sender) {
        var seats = List.copyOf(project.seats().values());
        if (seats.isEmpty()) {
            throw BidOpenFailure.noSeats();
        }
        var out = place.folder("handover").resolve("handover-" + project.brief().tender().id()
                + ".parcel");
        var tender = project.brief().tender();
        Parcel.write(out, new Parcel.Label("handover", tender.id().value(),
                tender.projectName() + tender.lotName()), parts(opening), sender, seats,
                place.clock().instant());
        return out;
    }

    private List<Parcel.Part> parts(Opening opening) {
        var parts = new ArrayList<Parcel.Part>();
        parts.add(Parcel.Part.of("opening.json", Wire.write(OpeningRecordFacts.of(opening))));
        var version = opening.draft().orElseThrow();
        parts.add(Parcel.Part.of("opening-record.pdf", pdf(version)));
        for (var signature : version.signatures()) {
            if (signature.refusal().isEmpty()) {
                parts.add(Parcel.Part.of(name(signature),
                        Base64.getDecoder().decode(signature.cms())));
            }
        }
        for (var bid : opening.openedBids()) {
            for (var file : bid.opened().orElseThrow().files()) {
                parts.add(Parcel.Part.of("bids/" + bid.bidder() + "/" + file.name(),
                        bytes(file.sha256())));
            }
        }
        return parts;
    }

    /// Lays the parcel ready at the centre, where one is configured; the answer says whether.
    public boolean deliver(Path parcel, Project project) {
        var courier = place.courier();
        if (courier.isEmpty()) {
            return false;
        }
        var tender = project.brief().tender();
        courier.get().deliver(parcel, "handover", tender.id(),
                tender.projectName() + tender.lotName(), List.of(DeviceKind.EVALUATION),
                Progress.NONE);
        return true;
    }

    private static String name(RecordVersion.Signature signature) {
        return "opening-record." + signature.person() + ".p7s";
    }

    private byte[] bytes(Digest digest) {
        try (var in = place.station().journal().blobs().open(digest)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw BidOpenFailure.file(Path.of(digest.hex()), e);
        }
    }
}
