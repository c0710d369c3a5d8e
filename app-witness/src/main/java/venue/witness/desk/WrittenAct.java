package venue.witness.desk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import venue.crypto.Bytes;
import venue.crypto.Detached;
import venue.documents.Document;
import venue.domain.base.Digest;
import venue.witness.WitnessFailure;
import venue.witness.WitnessFailure.Code;

/// Papers of this desk: signed by the witness's medium, kept in the store by their digests, and
/// laid into the folder for papers so that they can be handed on.
final class WrittenAct {

    private final WitnessDesk desk;

    WrittenAct(WitnessDesk desk) {
        this.desk = desk;
    }

    /// Keeps `document` and lays it out as `stem.pdf`.
    Digest keep(Document document, String stem) {
        lay(stem + ".pdf", document.pdf());
        return put(document.pdf());
    }

    /// Signs `document` as the witness, keeps the signature and lays it out as `stem.pdf.p7s`.
    Bytes sign(Document document, String stem) {
        var cms = Detached.sign(desk.present().token(), document.pdf().array(), desk.now());
        lay(stem + ".pdf.p7s", cms);
        put(cms);
        return cms;
    }

    Digest put(Bytes bytes) {
        return desk.station().journal().blobs().put(new ByteArrayInputStream(bytes.array()));
    }

    /// The kept bytes of `digest`.
    Bytes read(Digest digest) {
        try (var in = desk.station().journal().blobs().open(digest)) {
            return Bytes.of(in.readAllBytes());
        } catch (IOException e) {
            throw new WitnessFailure(Code.FILE_UNREADABLE, e, digest.brief());
        }
    }

    /// Lays a file into the folder for papers.
    Path lay(String name, Bytes bytes) {
        var file = folder().resolve(name);
        try {
            Files.write(file, bytes.array());
            return file;
        } catch (IOException e) {
            throw new WitnessFailure(Code.FILE_UNREADABLE, e, file);
        }
    }

    /// The folder for papers.
    Path folder() {
        var folder = desk.station().station().workFolder().resolve("papers");
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new WitnessFailure(Code.FILE_UNREADABLE, e, folder);
        }
    }
}
