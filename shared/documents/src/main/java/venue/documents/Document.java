package venue.documents;

import venue.crypto.Bytes;

/// A rendered paper, ready to be shown, signed and kept.
///
/// @param name file name with ending, e.g. `opening-record.pdf`
/// @param pdf the file
/// @param sha256 its SHA-256 in lower-case hexadecimal
/// @param sm3 its SM3 in lower-case hexadecimal
public record Document(String name, Bytes pdf, String sha256, String sm3) {

    /// With both digests taken here.
    public static Document of(String name, byte[] pdf) {
        var bytes = Bytes.of(pdf);
        return new Document(name, bytes, bytes.sha256(), bytes.sm3());
    }
}
