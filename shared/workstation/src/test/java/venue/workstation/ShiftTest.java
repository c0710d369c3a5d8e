package venue.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.crypto.Authority;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.crypto.FileToken;
import venue.crypto.KeyEntry;
import venue.crypto.Suite;
import venue.crypto.Token;
import venue.crypto.TrustList;
import venue.crypto.TrustList.Verdict;
import venue.domain.base.DeviceId;
import venue.domain.base.Digest;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.tender.Person;

class ShiftTest {

    private static final Instant NINE = Instant.parse("2026-03-24T01:00:00.000Z");
    private static final Instant YESTERDAY = NINE.minusSeconds(86_400);
    private static final Instant TOMORROW = NINE.plusSeconds(86_400);
    private static final DeviceId HALL = new DeviceId("hall-1");

    @TempDir
    Path dir;
    private final Authority root = Authority.root(Suite.SM, "数字证书认证中心", YESTERDAY, TOMORROW);
    private final Map<Certificate, Instant> revoked = new HashMap<>();
    private final List<Person> people = new ArrayList<>();
    private Token host;
    private Token supervisor;

    @BeforeEach
    void issue() {
        host = token("宋主持", TOMORROW);
        supervisor = token("赵监标", TOMORROW);
        enlist("P-HOST", "宋主持", Role.HOST, host);
        enlist("P-HOST", "宋主持", Role.RECORDER, host);
        enlist("P-SUPERVISOR", "赵监标", Role.OPENING_SUPERVISOR, supervisor);
    }

    @Test
    void givesTheRolesThatTheListBindsToTheCertificate() {
        var shift = signIn(host);
        assertEquals(Set.of(Role.HOST, Role.RECORDER), shift.roles());
        assertEquals(Verdict.VALID, shift.verdict());
        assertEquals(HALL, shift.acting(Role.RECORDER).device());
        assertEquals(new PersonId("P-HOST"), shift.acting().person());
        assertEquals("NOT_PRESENT",
                assertThrows(ShiftFailure.class, () -> shift.acting(Role.EXPERT)).code());
    }

    @Test
    void refusesWhoIsNotOnTheList() {
        var failure = refused(token("路人", TOMORROW));
        assertEquals("NOT_ON_LIST", failure.code());
        assertTrue(failure.what().contains("路人"));
    }

    @Test
    void refusesCertificatesThatAreNotGood() {
        assertEquals("CERT_EXPIRED", refused(token("过期", NINE.minusSeconds(1))).code());
        revoked.put(supervisor.signing(), YESTERDAY);
        assertEquals("CERT_REVOKED", refused(supervisor).code());
        var elsewhere = Authority.root(Suite.SM, "不认识的 CA", YESTERDAY, TOMORROW);
        var stranger = token(elsewhere, "外人", TOMORROW);
        enlist("P-X", "外人", Role.HOST, stranger);
        assertEquals("CERT_UNTRUSTED", refused(stranger).code());
    }

    @Test
    void admitsButMarksWhoseRevocationIsUnknown() {
        var shift = Shift.signIn(host, TrustList.of(root.chain(), List.of()), people, NINE, HALL);
        assertEquals(Verdict.UNKNOWN_REVOCATION, shift.verdict());
    }

    @Test
    void refusesAMediumThatHoldsAnotherKey() {
        var forged = new Token() {
            @Override
            public Certificate signing() {
                return host.signing();
            }

            @Override
            public Certificate encryption() {
                return host.encryption();
            }

            @Override
            public Bytes sign(byte[] message) {
                return supervisor.sign(message);
            }

            @Override
            public Bytes unwrap(Bytes wrapped) {
                return supervisor.unwrap(wrapped);
            }

            @Override
            public void close() {
                supervisor.close();
            }
        };
        assertEquals("KEY_NOT_PROVED", refused(forged).code());
    }

    @Test
    void severalPeopleSitAtOneDesk() {
        var crew = new Crew();
        var seen = new ArrayList<Integer>();
        crew.watch(present -> seen.add(present.size()));
        crew.join(signIn(host));
        crew.join(signIn(supervisor));
        crew.join(signIn(supervisor));
        assertEquals("P-SUPERVISOR", crew.acting(Role.OPENING_SUPERVISOR).person().value());
        crew.leave(new PersonId("P-HOST"));
        assertEquals(Optional.empty(), crew.as(Role.HOST));
        assertEquals(List.of(0, 1, 2, 2, 1), seen);
    }

    @Test
    void twoPersonsConfirmAndOneAloneCannot() {
        var crew = new Crew();
        crew.join(signIn(host));
        assertEquals("NOT_PRESENT", assertThrows(ShiftFailure.class,
                () -> crew.confirm(Role.HOST, Role.OPENING_SUPERVISOR, "启动解密", NINE)).code());
        assertEquals("SAME_PERSON", assertThrows(ShiftFailure.class,
                () -> crew.confirm(Role.HOST, Role.RECORDER, "启动解密", NINE)).code());
        crew.join(signIn(supervisor));
        var both = crew.confirm(Role.HOST, Role.OPENING_SUPERVISOR, "启动解密", NINE);
        assertEquals("赵监标", both.second().name());
    }

    private ShiftFailure refused(Token token) {
        return assertThrows(ShiftFailure.class, () -> signIn(token));
    }

    private Shift signIn(Token token) {
        var trust = TrustList.of(root.chain(),
                List.of(root.crl(YESTERDAY, TOMORROW, revoked).array()));
        return Shift.signIn(token, trust, people, NINE, HALL);
    }

    private void enlist(String id, String name, Role role, Token token) {
        people.add(new Person(new PersonId(id), name, role, "交易中心",
                new Digest(token.signing().sha256())));
    }

    private Token token(String name, Instant until) {
        return token(root, name, until);
    }

    private Token token(Authority authority, String name, Instant until) {
        var file = dir.resolve(Bytes.random(4).hex() + ".p12");
        KeyEntry.write(file, "1234".toCharArray(),
                List.of(authority.issue(new Authority.Subject(name, "交易中心", name),
                        Authority.Use.BOTH, YESTERDAY, until)));
        return FileToken.open(file, "1234".toCharArray());
    }
}
