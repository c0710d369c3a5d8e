package venue.crypto.threshold;

import java.util.List;
import org.bouncycastle.asn1.DERSequence;
import venue.crypto.Bytes;

/// What one holder gives towards one sealed bid (部分解密): a point for each split he belongs to,
/// each with its proof. It opens nothing alone and says nothing about the share.
///
/// @param key digest of the opening key
/// @param holder his number, from 1
/// @param ciphertext SM3 of the wrapped key it is for
public record Partial(Bytes key, int holder, Bytes ciphertext, List<Piece> pieces) {

    /// One point with its proof.
    ///
    /// @param point C1 times the holder's value, 65 bytes
    /// @param challenge of the proof, 32 bytes
    /// @param answer of the proof, 32 bytes
    public record Piece(int split, Bytes point, Bytes challenge, Bytes answer) {}

    public Partial {
        pieces = List.copyOf(pieces);
    }

    DERSequence sequence() {
        return Der.sequence(Der.octets(ciphertext),
                Der.sequence(pieces.stream()
                        .map(piece -> Der.sequence(Der.number(piece.split()),
                                Der.octets(piece.point()), Der.octets(piece.challenge()),
                                Der.octets(piece.answer())))
                        .toList()));
    }

    static Partial read(Der parts, Bytes key, int holder) {
        var ciphertext = parts.octets();
        var pieces = parts.inner().each(each -> {
            var piece = each.inner();
            var read = new Piece(piece.small(), piece.octets(), piece.octets(), piece.octets());
            piece.end();
            return read;
        });
        parts.end();
        return new Partial(key, holder, ciphertext, pieces);
    }
}
