package venue.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ed25519Test {

    /// RFC 8032 section 7.1: TEST 1 to 3.
    @ParameterizedTest
    @CsvSource(textBlock = """
            9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,\
            d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',\
            e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155\
            5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b
            4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,\
            3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,\
            92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da\
            085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00
            c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,\
            fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,\
            6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac\
            18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a
            """)
    void signsAsInTheStandard(String seed, String pub, String message, String signature) {
        var key = Ed25519.Key.of(Bytes.fromHex(seed).array());
        var text = Bytes.fromHex(message).array();
        assertEquals(pub, key.pub().hex());
        assertEquals(signature, key.sign(text).hex());
        assertTrue(Ed25519.verify(key.pub().array(), text, Bytes.fromHex(signature).array()));
    }

    @Test
    void theJdkAcceptsWhatWeSign() throws GeneralSecurityException {
        var random = new Random(8032);
        for (int i = 0; i < 20; i++) {
            var message = new byte[i * 7];
            random.nextBytes(message);
            try (var key = Ed25519.Erasable.generate()) {
                assertTrue(jdkVerifies(key.pub(), message, key.sign(message)));
            }
            var plain = Ed25519.generate();
            assertTrue(jdkVerifies(plain.pub(), message, plain.sign(message)));
        }
    }

    @Test
    void noticesEveryChangedBitOfASignature() {
        var key = Ed25519.generate();
        var message = new byte[]{1, 2, 3};
        var signature = key.sign(message).array();
        for (int bit = 0; bit < 8 * signature.length; bit++) {
            var other = signature.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            assertFalse(Ed25519.verify(key.pub().array(), message, other), "bit " + bit);
        }
        assertFalse(Ed25519.verify(key.pub().array(), message, Arrays.copyOf(signature, 65)));
    }

    @Test
    void refusesAPairThatDoesNotBelongTogether() {
        var key = Ed25519.generate();
        var other = Ed25519.generate();
        assertThrows(IllegalArgumentException.class,
                () -> new Ed25519.Key(key.seed(), other.pub()));
        assertThrows(IllegalArgumentException.class, () -> Ed25519.Key.of(new byte[31]));
    }

    @Test
    void anErasedKeyIsZerosAndSignsNoMore() throws ReflectiveOperationException {
        var key = Ed25519.Erasable.generate();
        var seed = seedOf(key);
        var before = seed.clone();
        var message = new byte[]{9};
        var signature = key.sign(message);
        assertArrayEquals(before, seed, "signing works on the array itself and leaves it alone");
        assertEquals(Ed25519.Key.of(before).pub(), key.pub());
        assertNotEquals(Bytes.of(new byte[32]), Bytes.of(before));
        assertFalse(key.isErased());

        key.close();
        key.close();

        assertArrayEquals(new byte[32], seed);
        assertTrue(key.isErased());
        assertThrows(IllegalStateException.class, () -> key.sign(message));
        assertTrue(Ed25519.verify(key.pub().array(), message, signature.array()),
                "what it signed before stays right");
    }

    /// The seed stands in one array only: no other field reaches bytes that equal it.
    @Test
    void anErasableKeyHoldsItsSeedOnce() throws ReflectiveOperationException {
        try (var key = Ed25519.Erasable.generate()) {
            var seed = seedOf(key);
            int found = 0;
            for (var field : Ed25519.Erasable.class.getDeclaredFields()) {
                field.setAccessible(true);
                if (field.get(key) instanceof byte[] bytes && Arrays.equals(bytes, seed)) {
                    found++;
                }
            }
            assertEquals(1, found);
        }
    }

    private static byte[] seedOf(Ed25519.Erasable key) throws ReflectiveOperationException {
        var field = Ed25519.Erasable.class.getDeclaredField("seed");
        field.setAccessible(true);
        return (byte[]) field.get(key);
    }

    private static boolean jdkVerifies(Bytes pub, byte[] message, Bytes value)
            throws GeneralSecurityException {
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(
                new X509EncodedKeySpec(
                        Bytes.fromHex("302a300506032b6570032100" + pub.hex()).array())));
        signature.update(message);
        return signature.verify(value.array());
    }
}
