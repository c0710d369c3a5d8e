package venue.crypto.threshold;

import java.time.Instant;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.crypto.CryptoFailure;
import venue.crypto.Detached;
import venue.crypto.Token;

/// A [KeyPlan] under the signature of whoever had the key made, normally the agency. Whether to
/// believe the signer is the reader's matter.
///
/// @param signer the certificate in the signature
/// @param signedAt the time the signer claims
public record SignedPlan(KeyPlan plan, Certificate signer, Instant signedAt) {

    /// The signed plan as a file: DER `SEQUENCE { plan OCTET STRING, signature OCTET STRING }`,
    /// the signature a detached CMS over the plan's bytes.
    public static Bytes sign(KeyPlan plan, Token token, Instant at) {
        var der = plan.der();
        return Signed.bytes(der, Detached.sign(token, der.array(), at));
    }

    /// Reads such a file and checks its signature.
    public static SignedPlan read(Bytes file) {
        var signed = Signed.read(file, ThresholdFailure.Code.PLAN_UNREADABLE);
        try {
            var found = Detached.verify(signed.signature(), signed.content().array());
            if (!found.valid()) {
                throw new ThresholdFailure(ThresholdFailure.Code.PLAN_FORGED, found.reason());
            }
            return new SignedPlan(KeyPlan.read(signed.content()), found.signer(),
                    found.signedAt());
        } catch (CryptoFailure e) {
            throw new ThresholdFailure(ThresholdFailure.Code.PLAN_FORGED, e, e.what());
        }
    }

    /// Bytes with a detached signature over them.
    record Signed(Bytes content, Bytes signature) {

        static Bytes bytes(Bytes content, Bytes signature) {
            return Der.bytes(Der.sequence(Der.octets(content), Der.octets(signature)));
        }

        static Signed read(Bytes file, ThresholdFailure.Code code) {
            return Der.read(file, code, parts -> {
                var signed = new Signed(parts.octets(), parts.octets());
                parts.end();
                return signed;
            }, signed -> bytes(signed.content(), signed.signature()));
        }
    }
}
