package venue.crypto.threshold;

import org.bouncycastle.asn1.DERSequence;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.crypto.Token;

/// Who holds a share (份额持有人), by certificate, with the share wrapped for it.
///
/// @param signing what the holder's acts are checked with
/// @param encryption what the share is wrapped for; the same certificate where there is no pair
/// @param wrapped the share in an [venue.crypto.Envelope]
public record Holder(Office office, Certificate signing, Certificate encryption, Bytes wrapped) {

    /// The name on the certificate.
    public String name() {
        return encryption.holder();
    }

    /// 交易中心（某某）
    public String say() {
        return ThresholdFailure.BOOK.say("holder", office.say(), name());
    }

    /// Whether `token` is this holder's: the same certificate, or one renewed on the same key.
    public boolean isHeldBy(Token token) {
        return encryption.publicKeySha256().equals(token.encryption().publicKeySha256());
    }

    DERSequence sequence() {
        return Der.sequence(Der.number(office.number()), Der.octets(signing.der()),
                Der.octets(encryption.der()), Der.octets(wrapped));
    }

    static Holder read(Der parts) {
        var holder = new Holder(Office.numbered(parts.small()), new Certificate(parts.octets()),
                new Certificate(parts.octets()), parts.octets());
        parts.end();
        return holder;
    }
}
