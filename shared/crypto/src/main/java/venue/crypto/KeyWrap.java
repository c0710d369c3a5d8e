package venue.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import venue.crypto.bc.Rsa;
import venue.crypto.bc.Sm2Curve;

/// A key for one recipient, as a KeyTransRecipientInfo (RFC 5652 §6.2.1): RSA-OAEP with SHA-256,
/// or SM2 as GM/T 0010 has it.
final class KeyWrap {

    private static final ASN1ObjectIdentifier SM2_ENCRYPT = GMObjectIdentifiers.sm2p256v1
            .branch("3");
    private static final AlgorithmIdentifier SHA256 = new AlgorithmIdentifier(
            NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
    private static final AlgorithmIdentifier OAEP = new AlgorithmIdentifier(
            PKCSObjectIdentifiers.id_RSAES_OAEP,
            new RSAESOAEPparams(SHA256,
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, SHA256),
                    RSAESOAEPparams.DEFAULT_P_SOURCE_ALGORITHM));

    private KeyWrap() {}

    /// `key` so that only the holder of `recipient` can read it.
    static KeyTransRecipientInfo wrap(Certificate recipient, byte[] key) {
        var name = new IssuerAndSerialNumber(recipient.bc().toASN1Structure());
        return new KeyTransRecipientInfo(new RecipientIdentifier(name),
                recipient.suite() == Suite.RSA
                        ? OAEP
                        : new AlgorithmIdentifier(SM2_ENCRYPT, DERNull.INSTANCE),
                new DEROctetString(encrypted(recipient, key)));
    }

    /// The serial number of the certificate it is for.
    static BigInteger serial(KeyTransRecipientInfo wrap) {
        return IssuerAndSerialNumber.getInstance(wrap.getRecipientIdentifier().getId())
                .getSerialNumber().getValue();
    }

    /// What the token is to unwrap.
    static Bytes encryptedKey(KeyTransRecipientInfo wrap) {
        return Bytes.of(wrap.getEncryptedKey().getOctets());
    }

    static byte[] der(KeyTransRecipientInfo wrap) {
        try {
            return wrap.getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] encrypted(Certificate recipient, byte[] key) {
        try {
            return switch (recipient.suite()) {
                case RSA -> Rsa.encrypt(recipient.spki(), key);
                case SM -> Sm2Curve.encrypt(recipient.point(), key);
            };
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new CryptoFailure(CryptoFailure.Code.CERTIFICATE_UNUSABLE, e, recipient.holder());
        }
    }
}
