package venue.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.crypto.bc.Engines;
import venue.crypto.bc.Hkdf;
import venue.crypto.bc.Sm2Curve;

/// The published values of the standards.
class VectorsTest {

    private static final String KEY = "0123456789abcdeffedcba9876543210";
    private static final BigInteger D = new BigInteger(
            "3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8", 16);
    private static final String Q = "04"
            + "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
            + "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13";
    private static final byte[] MESSAGE = "message digest".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({"abc,66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
            "abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd,"
                    + "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"})
    void sm3AsInTheStandard(String text, String digest) {
        assertEquals(digest, Bytes.of(text.getBytes(StandardCharsets.US_ASCII)).sm3());
    }

    @Test
    void sha256AsInTheStandard() {
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                Bytes.of("abc".getBytes(StandardCharsets.US_ASCII)).sha256());
    }

    @Test
    void sm4AsInTheStandard() throws GeneralSecurityException {
        var cipher = Cipher.getInstance("SM4/ECB/NoPadding", Engines.BC);
        var key = Bytes.fromHex(KEY).array();
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "SM4"));
        assertEquals("681edf34d206965e86b3e94f536e4246", Bytes.of(cipher.doFinal(key)).hex());
    }

    @Test
    void sm4GcmAsInRfc8998() {
        var nonce = Bytes.fromHex("00001234567800000000ABCD").array();
        var aad = Bytes.fromHex("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2").array();
        var plain = Bytes.fromHex("AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDD"
                + "EEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA").array();
        var chunks = new Chunks(Suite.SM, Bytes.fromHex(KEY).array());
        var sealed = chunks.seal(nonce, aad, plain, plain.length);
        assertEquals("17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735"
                + "D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D"
                + "83DE3541E4C2B58177E065A9BF7B62EC",
                Bytes.of(sealed).hex().toUpperCase(Locale.ROOT));
        assertArrayEquals(plain, chunks.open(nonce, aad, sealed, sealed.length).orElseThrow());
    }

    @Test
    void sm2PointAsInTheStandard() {
        assertEquals(Q, Bytes.of(Sm2Curve.pointOf(D)).hex().toUpperCase(Locale.ROOT));
    }

    @Test
    void sm2SignatureAsInTheStandard() {
        var signature = Bytes.fromHex("3046"
                + "022100F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"
                + "022100B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA");
        var point = Bytes.fromHex(Q).array();
        assertTrue(Sm2.verify(point, MESSAGE, signature.array()));
        assertFalse(Sm2.verify(point, "another".getBytes(StandardCharsets.US_ASCII),
                signature.array()));
    }

    @Test
    void sm2CiphertextAsInTheStandard() throws GeneralSecurityException {
        var der = Bytes.fromHex("307C"
                + "022004EBFC718E8D1798620432268E77FEB6415E2EDE0E073C0F4F640ECD2E149A73"
                + "022100E858F9D81E5430A57B36DAAB8F950A3C64E6EE6A63094D99283AFF767E124DF0"
                + "042059983C18F809E262923C53AEC295D30383B54E39D609D160AFCB1908D0BD8766"
                + "041321886CA989CA9C7D58087307CA93092D651EFA").array();
        assertEquals("encryption standard",
                new String(Sm2Curve.decrypt(D, der), StandardCharsets.US_ASCII));
    }

    @Test
    void ed25519AsInRfc8032() {
        var key = Ed25519.Key.of(Bytes.fromHex(
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb").array());
        assertEquals("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
                key.pub().hex());
        var signature = key.sign(new byte[]{0x72});
        assertEquals("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
                signature.hex());
        assertTrue(Ed25519.verify(key.pub().array(), new byte[]{0x72}, signature.array()));
        assertFalse(Ed25519.verify(key.pub().array(), new byte[]{0x73}, signature.array()));
        assertFalse(Ed25519.verify(new byte[31], new byte[]{0x72}, signature.array()));
        assertFalse(Ed25519.verify(key.pub().array(), new byte[]{0x72}, new byte[3]));
    }

    @Test
    void hkdfAsInRfc5869() {
        assertEquals("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
                + "34007208d5b887185865",
                Bytes.of(Hkdf.sha256(Bytes.fromHex("0b".repeat(22)).array(),
                        Bytes.fromHex("000102030405060708090a0b0c").array(),
                        Bytes.fromHex("f0f1f2f3f4f5f6f7f8f9").array(), 42)).hex());
    }

    @Test
    void argon2idAsThePublishedProgramHasIt() {
        var argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13).withMemoryAsKB(65_536)
                .withIterations(3).withParallelism(1)
                .withSalt("somesalt".getBytes(StandardCharsets.US_ASCII)).build());
        var key = new byte[32];
        argon.generateBytes("123456".toCharArray(), key);
        assertEquals("96adceaec165f78935d26aeb824e4449a22a3dd5b3cca126ba53fbdced9c5ee3",
                Bytes.of(key).hex());
    }
}
