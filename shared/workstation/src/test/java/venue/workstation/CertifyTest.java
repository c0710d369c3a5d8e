package venue.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.crypto.Detached;
import venue.domain.base.Fact;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.journal.Journal;
import venue.journal.SessionEvent;
import venue.journal.SessionEvent.IncidentNoted;
import venue.journal.SessionEvent.KeyCertified;
import venue.journal.SessionEvent.SessionOpened;
import venue.words.Failure;

/// The first person who signs in certifies the key of the session.
class CertifyTest {

    @TempDir
    Path dir;
    private HallStation hall;
    private Path host;
    private Path recorder;

    @BeforeEach
    void enlist() {
        hall = new HallStation(dir);
        host = hall.enlist("P-HOST", "宋主持", Role.HOST);
        recorder = hall.enlist("P-REC", "李记", Role.RECORDER);
    }

    @Test
    void theFirstWhoSignsInCertifiesTheSessionKeyAndTheSignatureHolds() {
        try (var open = hall.open()) {
            assertTrue(facts(open.journal(), KeyCertified.class).isEmpty());
            assertEquals(Optional.empty(), open.certify(signIn(open, host)));
            var fact = facts(open.journal(), KeyCertified.class).getFirst();
            var session = facts(open.journal(), SessionOpened.class).getLast();
            assertEquals(new PersonId("P-HOST"), fact.person());
            var statement = SessionEvent.operatorStatement(open.journal().origin(),
                    session.session(), session.key(), fact.person(), fact.at());
            var signed = Detached.verify(fact.cms(), statement.getBytes(StandardCharsets.UTF_8));
            assertTrue(signed.valid(), signed.reason());
            assertEquals(hall.people.getFirst().certificate().hex(), signed.signer().sha256());
            var other = statement.replace("P-HOST", "P-REC").getBytes(StandardCharsets.UTF_8);
            assertFalse(Detached.verify(fact.cms(), other).valid());
        }
    }

    @Test
    void onceInEverySession() {
        for (int session = 1; session <= 2; session++) {
            try (var open = hall.open()) {
                open.certify(signIn(open, session == 1 ? host : recorder));
                open.certify(signIn(open, recorder));
                var facts = facts(open.journal(), KeyCertified.class);
                assertEquals(session, facts.size());
            }
        }
    }

    @Test
    void aFailureIsShownAndJournaledAndTheNextSignInTriesAgain() {
        try (var open = hall.open()) {
            var shift = signIn(open, host);
            shift.token().close();
            assertEquals(Optional.of("CLOSED"), open.certify(shift).map(Failure::code));
            assertEquals(Optional.of("CLOSED"), open.uncertified().map(Failure::code));
            var noted = facts(open.journal(), IncidentNoted.class).getFirst();
            assertEquals("SESSION_NOT_CERTIFIED", noted.code());
            assertEquals(Optional.empty(), open.certify(signIn(open, recorder)));
            assertEquals(Optional.empty(), open.uncertified());
            assertEquals(1, facts(open.journal(), KeyCertified.class).size());
        }
    }

    private Shift signIn(OpenStation open, Path medium) {
        return Shift.signIn(HallStation.token(medium), open.trust(), hall.people,
                open.clock().instant(), open.station().device());
    }

    private static <T extends Fact> List<T> facts(Journal journal, Class<T> kind) {
        return journal.after(journal.origin(), 0).stream().map(entry -> entry.fact())
                .flatMap(fact -> kind.isInstance(fact) ? Stream.of(kind.cast(fact)) : Stream.of())
                .toList();
    }
}
