package venue.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import venue.crypto.bc.Engines;

/// Opens a sealed bid as someone would who has only the page in the handbook: the halves and the
/// content key come from the openssl program, nothing of our reading code is used.
class StrangerTest {

    private static final int CHUNK = 65_536;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Suite.class)
    void opensABidByTheHandbookAlone(Suite suite) throws IOException, GeneralSecurityException {
        var openssl = Openssl.in(folder);
        openssl.root("root", suite);
        openssl.leaf("an", suite, "root", "/C=CN/CN=An", "135790");
        openssl.leaf("tender", suite, "root", "/C=CN/CN=Tender", "135790");
        var content = new byte[150_000];
        new Random(3).nextBytes(content);
        Files.write(openssl.file("plain"), content);
        SealedBid.seal(openssl.file("plain"), openssl.file("bid"),
                new SealedBid.Header("A3201000001000001001001", "", "9121", "An", Media.NOON),
                Certificate.parse(openssl.read("an.crt")),
                Certificate.parse(openssl.read("tender.crt")), suite);
        assertArrayEquals(content, open(openssl, suite, openssl.read("bid")));
    }

    private static byte[] open(Openssl openssl, Suite suite, byte[] file)
            throws IOException, GeneralSecurityException {
        assertEquals("45:42:49:44:01",
                HexFormat.ofDelimiter(":").formatHex(file, 0, 5));
        int length = ByteBuffer.wrap(file).getInt(5);
        var header = ASN1Sequence.getInstance(Arrays.copyOfRange(file, 9, 9 + length));
        var bound = ASN1Sequence.getInstance(header.getObjectAt(0));
        var wraps = ASN1Sequence.getInstance(header.getObjectAt(1));
        var digest = suite == Suite.RSA
                ? MessageDigest.getInstance("SHA-256")
                : MessageDigest.getInstance("SM3", Engines.BC);
        var headDigest = digest.digest(Arrays.copyOf(file, 9 + length));
        assertArrayEquals(headDigest, Arrays.copyOfRange(file, 9 + length, 41 + length));
        var halves = half(openssl, suite, wraps, 0, "an")
                + half(openssl, suite, wraps, 1, "tender");
        var ids = ASN1OctetString.getInstance(bound.getObjectAt(4)).getOctets();
        var info = (suite == Suite.RSA ? "01" : "02")
                + HexFormat.of().formatHex(digest.digest(bound.getEncoded("DER")));
        var key = hkdf(openssl, suite, halves,
                HexFormat.of().formatHex(ids, 0, 16), info);
        long plain = ASN1Integer.getInstance(bound.getObjectAt(5)).longValueExact();
        return body(suite, Arrays.copyOfRange(file, 41 + length, file.length), key, ids, headDigest,
                (int) plain);
    }

    private static String half(Openssl openssl, Suite suite, ASN1Sequence wraps, int index,
            String holder) throws IOException {
        var wrap = ASN1Sequence.getInstance(wraps.getObjectAt(index));
        Files.write(openssl.file("wrap"),
                ASN1OctetString.getInstance(wrap.getObjectAt(3)).getOctets());
        var command = new ArrayList<>(List.of("pkeyutl", "-decrypt", "-inkey", holder + ".key",
                "-in", "wrap", "-out", "half"));
        if (suite == Suite.RSA) {
            command.addAll(List.of("-pkeyopt", "rsa_padding_mode:oaep", "-pkeyopt",
                    "rsa_oaep_md:sha256", "-pkeyopt", "rsa_mgf1_md:sha256"));
        }
        openssl.must(command.toArray(String[]::new));
        return HexFormat.of().formatHex(openssl.read("half"));
    }

    private static byte[] hkdf(Openssl openssl, Suite suite, String secret, String salt,
            String info) throws IOException {
        openssl.must("kdf", "-keylen", suite == Suite.RSA ? "32" : "16", "-binary", "-out", "key",
                "-kdfopt", "digest:" + (suite == Suite.RSA ? "SHA256" : "SM3"), "-kdfopt",
                "hexkey:" + secret, "-kdfopt", "hexsalt:" + salt, "-kdfopt", "hexinfo:" + info,
                "HKDF");
        return openssl.read("key");
    }

    private static byte[] body(Suite suite, byte[] body, byte[] key, byte[] ids, byte[] aad,
            int plain) throws IOException, GeneralSecurityException {
        int chunks = Math.max(1, (plain + CHUNK - 1) / CHUNK);
        assertEquals(plain + 16 * chunks, body.length);
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < chunks; i++) {
            var nonce = ByteBuffer.allocate(12).put(ids, 16, 7).putInt(i)
                    .put((byte) (i == chunks - 1 ? 1 : 0)).array();
            var cipher = suite == Suite.RSA
                    ? Cipher.getInstance("AES/GCM/NoPadding")
                    : Cipher.getInstance("SM4/GCM/NoPadding", Engines.BC);
            cipher.init(Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, suite == Suite.RSA ? "AES" : "SM4"),
                    new GCMParameterSpec(128, nonce));
            cipher.updateAAD(aad);
            int from = i * (CHUNK + 16);
            out.write(cipher.doFinal(body, from, Math.min(CHUNK + 16, body.length - from)));
        }
        return out.toByteArray();
    }
}
