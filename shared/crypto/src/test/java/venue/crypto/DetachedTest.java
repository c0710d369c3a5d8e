package venue.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DetachedTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final byte[] CONTENT = "开标记录表".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Suite.class)
    void isValidForItsContentOnly(Suite suite) {
        try (var token = Media.token(folder, suite, "an", Authority.Use.SIGN)) {
            var cms = Detached.sign(token, CONTENT, NOON);
            var signed = Detached.verify(cms, CONTENT);
            assertTrue(signed.valid(), signed.reason());
            assertEquals("", signed.reason());
            assertEquals(token.signing(), signed.signer());
            assertEquals(NOON, signed.signedAt());
            var other = Detached.verify(cms, "别的".getBytes(StandardCharsets.UTF_8));
            assertFalse(other.valid());
            assertEquals("签名所对应的内容与现有内容不一致", other.reason());
        }
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void noChangedByteGoesUnnoticed(Suite suite) {
        try (var token = Media.token(folder, suite, "an", Authority.Use.SIGN)) {
            var cms = Detached.sign(token, CONTENT, NOON).array();
            var harmless = new ArrayList<Integer>();
            for (int at = 0; at < cms.length; at++) {
                var changed = cms.clone();
                changed[at] ^= 1;
                if (accepted(changed, token.signing())) {
                    harmless.add(at);
                }
            }
            assertEquals(List.of(), harmless,
                    () -> Bytes.of(Arrays.copyOfRange(cms, harmless.getFirst() - 20,
                            harmless.getFirst() + 20)).hex());
        }
    }

    private static boolean accepted(byte[] cms, Certificate signer) {
        try {
            var signed = Detached.verify(Bytes.of(cms), CONTENT);
            if (signed.valid()) {
                assertEquals(signer, signed.signer());
                assertEquals(NOON, signed.signedAt());
            }
            return signed.valid();
        } catch (CryptoFailure e) {
            return false;
        }
    }

    @Test
    void refusesACertificateThatMayNotSign() {
        try (var token = Media.token(folder, Suite.SM, "an", Authority.Use.ENCRYPT)) {
            var signed = Detached.verify(Detached.sign(token, CONTENT, NOON), CONTENT);
            assertFalse(signed.valid());
            assertEquals("该证书不允许用于签名", signed.reason());
        }
    }

    @Test
    void saysWhenBytesAreNoSignature() {
        for (var bytes : List.of(new byte[0], new byte[]{0x30, 0}, CONTENT)) {
            var failure = assertThrows(CryptoFailure.class,
                    () -> Detached.verify(Bytes.of(bytes), CONTENT));
            assertEquals("SIGNATURE_UNREADABLE", failure.code());
        }
    }

    @Test
    void opensslVerifiesAnRsaSignature() throws IOException {
        var openssl = Openssl.in(folder);
        openssl.root("root", Suite.RSA);
        openssl.leaf("an", Suite.RSA, "root", "/C=CN/O=An/CN=An", "135790");
        Files.write(openssl.file("content"), CONTENT);
        try (var token = FileToken.open(openssl.file("an.p12"), "135790".toCharArray())) {
            Files.write(openssl.file("cms"), Detached.sign(token, CONTENT, NOON).array());
        }
        openssl.must("cms", "-verify", "-binary", "-inform", "DER", "-in", "cms", "-content",
                "content", "-CAfile", "root.crt", "-out", "verified");
        assertEquals(-1, Files.mismatch(openssl.file("content"), openssl.file("verified")));
        Files.write(openssl.file("content"), new byte[]{1});
        assertFalse(openssl.run("cms", "-verify", "-binary", "-inform", "DER", "-in", "cms",
                "-content", "content", "-CAfile", "root.crt", "-out", "verified")
                .endsWith("exit 0"));
    }

    @Test
    void opensslVerifiesTheValueOfAnSm2Signature() throws IOException, CMSException {
        var openssl = Openssl.in(folder);
        openssl.root("root", Suite.SM);
        openssl.leaf("ben", Suite.SM, "root", "/C=CN/O=Ben/CN=Ben", "135790");
        try (var token = FileToken.open(openssl.file("ben.p12"), "135790".toCharArray())) {
            var cms = Detached.sign(token, CONTENT, NOON);
            var signer = new CMSSignedData(cms.array()).getSignerInfos().iterator().next();
            Files.write(openssl.file("attributes"), signer.getEncodedSignedAttributes());
            Files.write(openssl.file("value"), signer.getSignature());
        }
        openssl.must("x509", "-in", "ben.crt", "-pubkey", "-noout", "-out", "ben.pub");
        openssl.must("pkeyutl", "-verify", "-pubin", "-inkey", "ben.pub", "-rawin", "-digest",
                "sm3", "-pkeyopt", Openssl.ID, "-in", "attributes", "-sigfile", "value");
    }

    @Test
    void readsAnRsaSignatureMadeByOpenssl() throws IOException {
        var openssl = Openssl.in(folder);
        openssl.root("root", Suite.RSA);
        openssl.leaf("an", Suite.RSA, "root", "/C=CN/O=An/CN=An", "135790");
        Files.write(openssl.file("content"), CONTENT);
        openssl.must("cms", "-sign", "-binary", "-cades", "-md", "sha256", "-signer", "an.crt",
                "-inkey", "an.key", "-in", "content", "-outform", "DER", "-out", "cms");
        var signed = Detached.verify(Bytes.of(openssl.read("cms")), CONTENT);
        assertTrue(signed.valid(), signed.reason());
        assertEquals("An", signed.signer().holder());
    }
}
