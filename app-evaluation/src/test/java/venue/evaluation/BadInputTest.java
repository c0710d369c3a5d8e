package venue.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.crypto.TokenFailure;
import venue.domain.evaluation.EvaluationCommand;
import venue.evaluation.seat.Seat;
import venue.parcel.ParcelFailure;
import venue.words.Failure;
import venue.workstation.OpenStation;

/// Files that are not what they should be: each is named, nothing is lost, the desk goes on.
class BadInputTest {

    private static final Instant TEN = TestVenue.NINE.plusSeconds(3600);

    @TempDir
    Path home;
    private TestVenue venue;
    private OpenStation station;

    @BeforeEach
    void openOneDesk() {
        venue = new TestVenue(home, 1);
        station = OpenStation.open(venue.station(1), TestVenue.PIN.toCharArray(), () -> TEN,
                _ -> {});
    }

    @AfterEach
    void closeIt() {
        station.close();
    }

    @Test
    void saysWhereToLayThePackageWhenThereIsNone() throws IOException {
        Files.delete(venue.station(1).resolve("work/incoming/evaluation.parcel"));
        var work = new EvaluationWork(station);
        var failure = assertThrows(EvaluationFailure.class, work::people);
        assertEquals("PACKAGE_MISSING", failure.code());
        assertTrue(failure.remedy().contains("incoming"), failure.remedy());
        work.close();
    }

    @Test
    void refusesAHandoverOfAnotherLotAndOneThatWasTouched() throws IOException {
        try (var seat = new Seat(station, venue.brief)) {
            var other = venue.handover("A0121110020261123009999");
            assertEquals("HANDOVER_OTHER",
                    assertThrows(EvaluationFailure.class, () -> seat.receive(other)).code());
            var good = venue.handover(TestVenue.TENDER.value());
            var touched = home.resolve("touched.parcel");
            Files.copy(good, touched, StandardCopyOption.REPLACE_EXISTING);
            var bytes = Files.readAllBytes(touched);
            bytes[bytes.length / 2] ^= 1;
            Files.write(touched, bytes);
            assertThrows(ParcelFailure.class, () -> seat.receive(touched));
            assertFalse(seat.handover().isPresent());
            seat.receive(good);
            assertEquals(5, seat.handover().orElseThrow().offers().size());
        }
    }

    @Test
    void refusesAWrongPinOfTheHostAndCountsIt() {
        try (var seat = new Seat(station, venue.brief)) {
            var replace = new EvaluationCommand.Replace(venue.brief.committee().get(1).id(),
                    venue.brief.substitutes().getFirst().id(), "回避");
            var failure = assertThrows(TokenFailure.class, () -> seat
                    .asHost(venue.token("P-HOST"), "wrong".toCharArray(), replace));
            assertEquals("PIN_WRONG", failure.code());
            assertTrue(sentence(failure).length() > 10);
        }
    }

    private static String sentence(Failure failure) {
        return failure.what() + failure.remedy();
    }
}
