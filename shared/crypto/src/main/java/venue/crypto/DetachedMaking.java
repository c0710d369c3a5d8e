package venue.crypto;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.CollectionStore;

/// How [Detached] signatures are made.
final class DetachedMaking {

    private DetachedMaking() {}

    static Bytes sign(Token token, byte[] content, Instant at) {
        var certificate = token.signing();
        var generator = new CMSSignedDataGenerator();
        var attributes = new DefaultSignedAttributeTableGenerator(attributes(certificate, at));
        try {
            var builder = new SignerInfoGeneratorBuilder(Digesting::new)
                    .setSignedAttributeGenerator(map -> attributes.getAttributes(map)
                            .remove(CMSAttributes.cmsAlgorithmProtect));
            generator.addSignerInfoGenerator(
                    builder.build(new TokenSigner(token), certificate.bc()));
            generator.addCertificates(new CollectionStore<>(List.of(certificate.bc())));
            return Bytes.of(generator.generate(new CMSProcessableByteArray(content), false)
                    .getEncoded("DER"));
        } catch (OperatorCreationException | CMSException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static AlgorithmIdentifier digestOf(Suite suite) {
        return switch (suite) {
            case RSA -> new AlgorithmIdentifier(
                    NISTObjectIdentifiers.id_sha256);
            case SM -> new AlgorithmIdentifier(GMObjectIdentifiers.sm3);
        };
    }

    private static AttributeTable attributes(Certificate certificate, Instant at) {
        var suite = certificate.suite();
        var print = suite.digest().digest(certificate.der().array());
        var id = suite == Suite.RSA
                ? new ESSCertIDv2(print)
                : new ESSCertIDv2(digestOf(suite), print);
        var time = new Time(Date.from(at.truncatedTo(ChronoUnit.SECONDS)));
        var all = new ASN1EncodableVector();
        all.add(new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(id))));
        all.add(new Attribute(CMSAttributes.signingTime, new DERSet(time)));
        return new AttributeTable(all);
    }

    private static final class TokenSigner implements ContentSigner {

        private final Token token;
        private final ByteArrayOutputStream message = new ByteArrayOutputStream();

        TokenSigner(Token token) {
            this.token = token;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return switch (token.signing().suite()) {
                case RSA -> new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption,
                        DERNull.INSTANCE);
                case SM -> new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3);
            };
        }

        @Override
        public OutputStream getOutputStream() {
            return message;
        }

        @Override
        public byte[] getSignature() {
            return token.sign(message.toByteArray()).array();
        }
    }

    private static final class Digesting extends OutputStream implements DigestCalculator {

        private final AlgorithmIdentifier algorithm;
        private final MessageDigest digest;

        Digesting(AlgorithmIdentifier algorithm) {
            this.algorithm = algorithm;
            this.digest = GMObjectIdentifiers.sm3.equals(algorithm.getAlgorithm())
                    ? Suite.SM.digest()
                    : Suite.RSA.digest();
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return algorithm;
        }

        @Override
        public OutputStream getOutputStream() {
            return this;
        }

        @Override
        public void write(int b) {
            digest.update((byte) b);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            digest.update(bytes, from, count);
        }

        @Override
        public byte[] getDigest() {
            return digest.digest();
        }
    }
}
