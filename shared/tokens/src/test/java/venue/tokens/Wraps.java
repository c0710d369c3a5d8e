package venue.tokens;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.crypto.Suite;

/// Wrapped keys as others make them, without our own code.
final class Wraps {

    private Wraps() {}

    static Bytes of(Certificate recipient, Bytes secret) {
        try {
            return Bytes.of(recipient.suite() == Suite.RSA
                    ? oaep(recipient, secret.array())
                    : sm2(recipient, secret.array()));
        } catch (GeneralSecurityException | InvalidCipherTextException
                | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] oaep(Certificate recipient, byte[] secret)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(Cipher.ENCRYPT_MODE, recipient.x509().getPublicKey(), new OAEPParameterSpec(
                "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
        return cipher.doFinal(secret);
    }

    private static byte[] sm2(Certificate recipient, byte[] secret)
            throws InvalidCipherTextException, IOException {
        var w = ((ECPublicKey) recipient.x509().getPublicKey()).getW();
        var curve = new ECDomainParameters(CustomNamedCurves.getByName("sm2p256v1"));
        var engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(true, new ParametersWithRandom(new ECPublicKeyParameters(
                curve.getCurve().createPoint(w.getAffineX(), w.getAffineY()), curve)));
        var raw = engine.processBlock(secret, 0, secret.length);
        return new DERSequence(new ASN1Encodable[]{number(raw, 1), number(raw, 33),
                new DEROctetString(Arrays.copyOfRange(raw, 65, 97)),
                new DEROctetString(Arrays.copyOfRange(raw, 97, raw.length))}).getEncoded("DER");
    }

    private static ASN1Integer number(byte[] raw, int from) {
        return new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(raw, from, from + 32)));
    }
}
