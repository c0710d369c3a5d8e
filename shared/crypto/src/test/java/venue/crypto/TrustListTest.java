package venue.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import venue.crypto.TrustList.Verdict;

class TrustListTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Authority.Subject AN = new Authority.Subject("An", "安建", "9121");

    @TempDir
    Path folder;

    private record Case(Authority root, Authority middle, Certificate leaf) {

        static Case of(Suite suite) {
            var root = Authority.root(suite, "Root", day(-900), day(900));
            var middle = root.subordinate("Middle", day(-800), day(800));
            return new Case(root, middle,
                    middle.issue(AN, Authority.Use.BOTH, day(-100), day(100)).certificate());
        }

        TrustList list(byte[]... crls) {
            return TrustList.of(List.of(root.certificate(), middle.certificate()), List.of(crls));
        }

        byte[] fresh(Authority authority) {
            return authority.crl(day(-1), day(6), Map.of()).array();
        }
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void judgesByTimeWhenTheListsAreFresh(Suite suite) {
        var c = Case.of(suite);
        var root = c.root().crl(day(-200), day(200), Map.of()).array();
        var middle = c.middle().crl(day(-200), day(200), Map.of()).array();
        var list = c.list(root, middle);
        assertEquals(Verdict.VALID, list.check(c.leaf(), NOON));
        assertEquals(Verdict.EXPIRED, list.check(c.leaf(), day(101)));
        assertEquals(Verdict.NOT_YET_VALID, list.check(c.leaf(), day(-101)));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void isUnknownWithoutFreshLists(Suite suite) {
        var c = Case.of(suite);
        assertEquals(Verdict.UNKNOWN_REVOCATION, c.list().check(c.leaf(), NOON));
        assertEquals(Verdict.UNKNOWN_REVOCATION,
                c.list(c.fresh(c.root())).check(c.leaf(), NOON));
        var stale = c.middle().crl(day(-40), day(-10), Map.of()).array();
        assertEquals(Verdict.UNKNOWN_REVOCATION,
                c.list(c.fresh(c.root()), stale).check(c.leaf(), NOON));
        assertEquals(Verdict.VALID,
                c.list(c.fresh(c.root()), c.fresh(c.middle())).check(c.leaf(), NOON));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void revocationCountsFromItsDay(Suite suite) {
        var c = Case.of(suite);
        var crl = c.middle().crl(day(-1), day(6), Map.of(c.leaf(), day(-5))).array();
        assertEquals(Verdict.REVOKED, c.list(c.fresh(c.root()), crl).check(c.leaf(), NOON));
        assertEquals(Verdict.UNKNOWN_REVOCATION,
                c.list(c.fresh(c.root()), crl).check(c.leaf(), day(-8)));
        var above = c.root().crl(day(-1), day(6), Map.of(c.middle().certificate(), day(-5)))
                .array();
        assertEquals(Verdict.REVOKED,
                c.list(above, c.fresh(c.middle())).check(c.leaf(), NOON));
    }

    @Test
    void aListSignedByAStrangerIsNoList() {
        var c = Case.of(Suite.SM);
        var impostor = Authority.root(Suite.SM, "Middle", day(-900), day(900));
        var forged = impostor.crl(day(-1), day(6), Map.of(c.leaf(), day(-5))).array();
        assertEquals(Verdict.UNKNOWN_REVOCATION,
                c.list(c.fresh(c.root()), forged).check(c.leaf(), NOON));
    }

    @Test
    void anAuthorityOfTheSameNameIsNotBelieved() {
        var c = Case.of(Suite.SM);
        var impostor = Authority.root(Suite.SM, "Root", day(-900), day(900));
        var list = TrustList.of(List.of(impostor.certificate(), c.middle().certificate()),
                List.of());
        assertEquals(Verdict.UNTRUSTED, list.check(c.leaf(), NOON));
        var other = Authority.root(Suite.RSA, "Other", day(-900), day(900));
        assertEquals(Verdict.UNTRUSTED,
                TrustList.of(other.chain(), List.of()).check(c.leaf(), NOON));
    }

    @Test
    void aLeafCannotIssue() {
        var c = Case.of(Suite.SM);
        var p12 = folder.resolve("an.p12");
        var entry = c.middle().issue(AN, Authority.Use.BOTH, day(-100), day(100));
        KeyEntry.write(p12, "135790".toCharArray(), List.of(entry));
        var child = Authority.open(p12, "135790".toCharArray())
                .issue(AN, Authority.Use.BOTH, day(-50), day(50)).certificate();
        assertEquals(Verdict.UNTRUSTED, TrustList
                .of(List.of(c.root().certificate(), c.middle().certificate(),
                        entry.certificate()), List.of())
                .check(child, NOON));
    }

    @Test
    void takesIntermediatesThatCameAlong() {
        var c = Case.of(Suite.SM);
        var list = TrustList.of(List.of(c.root().certificate()),
                List.of(c.fresh(c.root()), c.fresh(c.middle())));
        assertEquals(Verdict.UNTRUSTED, list.check(c.leaf(), NOON));
        assertEquals(Verdict.VALID,
                list.check(c.leaf(), List.of(c.middle().certificate()), NOON));
    }

    @Test
    void readsAFolderOfRootsAndLists() throws IOException {
        var c = Case.of(Suite.SM);
        Files.writeString(folder.resolve("root.pem"), c.root().certificate().pem());
        Files.write(folder.resolve("middle.crt"), c.middle().certificate().der().array());
        Files.write(folder.resolve("root.crl"), c.fresh(c.root()));
        Files.writeString(folder.resolve("middle.crl"), Pem.text("X509 CRL", c.fresh(c.middle())));
        Files.writeString(folder.resolve("readme.txt"), "nothing");
        assertEquals(Verdict.VALID, TrustList.read(folder).check(c.leaf(), NOON));
        Files.write(folder.resolve("bad.crl"), "x".getBytes(StandardCharsets.US_ASCII));
        Files.write(folder.resolve("bad.crt"), new byte[]{0x30, 1, 2});
        assertThrows(CryptoFailure.class, () -> TrustList.read(folder));
    }

    @Test
    void believesAChainMadeByOpenssl() throws IOException {
        var openssl = Openssl.in(folder);
        for (var suite : Suite.values()) {
            openssl.root(suite + "root", suite);
            openssl.leaf(suite + "an", suite, suite + "root", "/C=CN/CN=An", "135790");
            var leaf = Certificate.parse(openssl.read(suite + "an.crt"));
            var list = TrustList.of(
                    List.of(Certificate.parse(openssl.read(suite + "root.crt"))), List.of());
            assertEquals(Verdict.UNKNOWN_REVOCATION,
                    list.check(leaf, leaf.notBefore().plus(DAY)));
            assertEquals(Verdict.EXPIRED, list.check(leaf, leaf.notAfter().plus(DAY)));
        }
    }

    private static Instant day(int offset) {
        return NOON.plus(DAY.multipliedBy(offset));
    }
}
