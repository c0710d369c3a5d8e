package venue.crypto;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import venue.crypto.bc.Engines;

/// A small secret for one recipient (数字信封): DER `SEQUENCE { version 1, certificateSha256
/// OCTET STRING, key KeyTransRecipientInfo, box OCTET STRING }`; the box is AES-256-GCM under the
/// wrapped key for an RSA recipient and SM4-GCM for an SM2 one, bound to the certificate.
public final class Envelope {

    private static final int SECRET_BYTES_MAX = 1 << 20;
    private static final byte[] ZERO_NONCE = new byte[12];

    private Envelope() {}

    /// The secret so that only the holder of `recipient` can read it.
    public static Bytes wrap(Certificate recipient, byte[] secret) {
        if (secret.length > SECRET_BYTES_MAX) {
            throw new IllegalArgumentException("an envelope takes 1 MiB");
        }
        var key = Engines.random(recipient.suite().keyBytes());
        var print = Bytes.fromHex(recipient.sha256()).array();
        var parts = new ASN1EncodableVector();
        parts.add(new ASN1Integer(1));
        parts.add(new DEROctetString(print));
        parts.add(KeyWrap.wrap(recipient, key));
        parts.add(new DEROctetString(
                new Chunks(recipient.suite(), key).seal(ZERO_NONCE, print, secret, secret.length)));
        Arrays.fill(key, (byte) 0);
        try {
            return Bytes.of(new DERSequence(parts).getEncoded("DER"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The SHA-256 of the certificate the envelope is for.
    public static String recipientSha256(Bytes wrapped) {
        return Bytes.of(print(parts(wrapped))).hex();
    }

    /// The secret; an envelope for another certificate or a changed one is refused.
    public static Bytes open(Token token, Bytes wrapped) {
        return open(token, wrapped, token.encryption());
    }

    /// The same for a token whose certificate was renewed on the key of `recipient`, the
    /// certificate the envelope was made for.
    public static Bytes open(Token token, Bytes wrapped, Certificate recipient) {
        var parts = parts(wrapped);
        var mine = token.encryption();
        var print = print(parts);
        if (!recipient.sha256().equals(Bytes.of(print).hex())
                || !recipient.publicKeySha256().equals(mine.publicKeySha256())) {
            throw new CryptoFailure(CryptoFailure.Code.NOT_FOR_THIS_TOKEN, mine.holder(),
                    mine.serialHex());
        }
        var wrap = KeyTransRecipientInfo.getInstance(parts.getObjectAt(2));
        var box = ASN1OctetString.getInstance(parts.getObjectAt(3)).getOctets();
        var key = token.unwrap(KeyWrap.encryptedKey(wrap)).array();
        if (key.length != mine.suite().keyBytes()) {
            throw new CryptoFailure(CryptoFailure.Code.ENVELOPE_DAMAGED);
        }
        return Bytes.of(new Chunks(mine.suite(), key).open(ZERO_NONCE, print, box, box.length)
                .orElseThrow(() -> new CryptoFailure(CryptoFailure.Code.ENVELOPE_DAMAGED)));
    }

    private static byte[] print(ASN1Sequence parts) {
        return ASN1OctetString.getInstance(parts.getObjectAt(1)).getOctets();
    }

    private static ASN1Sequence parts(Bytes wrapped) {
        try {
            var parts = ASN1Sequence.getInstance(wrapped.array());
            if (parts.size() != 4
                    || ASN1Integer.getInstance(parts.getObjectAt(0)).intValueExact() != 1) {
                throw new IllegalArgumentException("version 1 expected");
            }
            print(parts);
            KeyTransRecipientInfo.getInstance(parts.getObjectAt(2));
            ASN1OctetString.getInstance(parts.getObjectAt(3));
            return parts;
        } catch (RuntimeException e) {
            throw new CryptoFailure(CryptoFailure.Code.ENVELOPE_DAMAGED, e);
        }
    }
}
