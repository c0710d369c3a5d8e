package venue.crypto;

import java.io.IOException;

import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerId;
import org.bouncycastle.cms.SignerInformation;
import org.jspecify.annotations.Nullable;
import venue.crypto.Detached.Signed;

/// How [Detached] signatures are checked: every attribute is looked at, nothing is taken on trust.
final class DetachedChecking {

    private static final int CMS_BYTES_MAX = 1 << 20;

    private DetachedChecking() {}

    static Signed verify(Bytes cms, byte[] content) {
        try {
            return verify(read(cms), content);
        } catch (CMSException | IOException | ParseException | RuntimeException e) {
            // hostile bytes make the parser throw almost anything
            throw new CryptoFailure(CryptoFailure.Code.SIGNATURE_UNREADABLE, e);
        }
    }

    private static CMSSignedData read(Bytes cms) throws CMSException, IOException {
        if (cms.length() > CMS_BYTES_MAX) {
            throw new CMSException("a signature has at most 1 MiB");
        }
        var data = new CMSSignedData(cms.array());
        if (!CMSObjectIdentifiers.signedData.equals(data.toASN1Structure().getContentType())
                || !Bytes.of(data.toASN1Structure().getEncoded("DER")).equals(cms)) {
            throw new CMSException("not the DER of a SignedData");
        }
        return data;
    }

    private static Signed verify(CMSSignedData data, byte[] content)
            throws CMSException, IOException, ParseException {
        var signers = data.getSignerInfos().getSigners();
        if (signers.size() != 1) {
            throw new CMSException("one signer expected");
        }
        var signer = signers.iterator().next();
        var attributes = signer.getSignedAttributes();
        if (attributes == null) {
            throw new CMSException("signed attributes expected");
        }
        var certificate = certificate(data, signer);
        var reason = fault(data, signer, attributes, certificate, content)
                .map(fault -> CryptoWords.BOOK.say("signature." + fault));
        return new Signed(reason.isEmpty(), certificate, time(attributes), reason.orElse(""));
    }

    private static Optional<String> fault(CMSSignedData data, SignerInformation signer,
            AttributeTable attributes, Certificate certificate, byte[] content)
            throws CMSException, IOException {
        var suite = certificate.suite();
        var digest = suite.digest().digest(content);
        if (!isPlain(data, signer)) {
            return Optional.of("shape");
        }
        if (!sameFamily(signer, suite)) {
            return Optional.of("mixed");
        }
        if (!CMSObjectIdentifiers.data.equals(only(attributes, CMSAttributes.contentType))) {
            return Optional.of("type");
        }
        var said = ASN1OctetString.getInstance(only(attributes, CMSAttributes.messageDigest));
        if (!MessageDigest.isEqual(said.getOctets(), digest)) {
            return Optional.of("content");
        }
        if (!names(attributes, certificate)) {
            return Optional.of("certificate");
        }
        if (!certificate.canSign()) {
            return Optional.of("usage");
        }
        return certificate.verifies(signer.getEncodedSignedAttributes(),
                Bytes.of(signer.getSignature())) ? Optional.empty() : Optional.of("value");
    }

    /// Whether the fields that no signature covers are as they must be.
    private static boolean isPlain(CMSSignedData data, SignerInformation signer) {
        var digest = signer.getDigestAlgorithmID();
        var parameters = signer.toASN1Structure().getDigestEncryptionAlgorithm().getParameters();
        return data.getVersion() == 1 && signer.getVersion() == 1 && data.isDetachedSignature()
                && CMSObjectIdentifiers.data.getId().equals(data.getSignedContentTypeOID())
                && data.getDigestAlgorithmIDs().equals(Set.of(digest)) && isEmpty(parameters)
                && isEmpty(digest.getParameters());
    }

    private static boolean isEmpty(@Nullable ASN1Encodable parameters) {
        return parameters == null || DERNull.INSTANCE.equals(parameters);
    }

    private static boolean sameFamily(SignerInformation signer, Suite suite) {
        var digest = signer.getDigestAlgorithmID().getAlgorithm();
        var signing = signer.toASN1Structure().getDigestEncryptionAlgorithm().getAlgorithm();
        return switch (suite) {
            case RSA -> NISTObjectIdentifiers.id_sha256.equals(digest)
                    && (PKCSObjectIdentifiers.rsaEncryption.equals(signing)
                            || PKCSObjectIdentifiers.sha256WithRSAEncryption.equals(signing));
            case SM -> GMObjectIdentifiers.sm3.equals(digest)
                    && (GMObjectIdentifiers.sm2sign_with_sm3.equals(signing)
                            || GMObjectIdentifiers.sm2sign.equals(signing));
        };
    }

    /// Whether signing-certificate-v2 names exactly this certificate.
    private static boolean names(AttributeTable attributes, Certificate certificate)
            throws CMSException {
        var ids = SigningCertificateV2
                .getInstance(only(attributes, PKCSObjectIdentifiers.id_aa_signingCertificateV2))
                .getCerts();
        var first = ids[0];
        var suite = GMObjectIdentifiers.sm3.equals(first.getHashAlgorithm().getAlgorithm())
                ? Suite.SM
                : Suite.RSA;
        return MessageDigest.isEqual(first.getCertHash(),
                suite.digest().digest(certificate.der().array()));
    }

    private static Instant time(AttributeTable attributes) throws CMSException, ParseException {
        return Time.getInstance(only(attributes, CMSAttributes.signingTime)).getDate().toInstant();
    }

    private static ASN1Encodable only(AttributeTable attributes, ASN1ObjectIdentifier kind)
            throws CMSException {
        if (attributes.getAll(kind).size() != 1
                || attributes.get(kind).getAttrValues().size() != 1) {
            throw new CMSException("one value of " + kind + " expected");
        }
        return attributes.get(kind).getAttrValues().getObjectAt(0);
    }

    private static Certificate certificate(CMSSignedData data, SignerInformation signer)
            throws CMSException, IOException {
        for (X509CertificateHolder holder : data.getCertificates().getMatches(null)) {
            if (isNamed(signer.getSID(), holder)) {
                return new Certificate(Bytes.of(holder.getEncoded()));
            }
        }
        throw new CMSException("the signer's certificate is missing");
    }

    /// The issuer's name must be there to the byte: two spellings of one name are two signatures.
    private static boolean isNamed(SignerId id, X509CertificateHolder holder) throws IOException {
        return id.match(holder) && id.getIssuer() != null
                && Bytes.of(id.getIssuer().getEncoded("DER"))
                        .equals(Bytes.of(holder.getIssuer().getEncoded("DER")));
    }
}
