package venue.crypto.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.crypto.Bytes;
import venue.crypto.Detached;
import venue.crypto.Half;
import venue.crypto.OpenOutcome;

class CeremonyTest {

    private static final Circle CIRCLE = Circle.make();

    @TempDir
    Path folder;

    @Test
    void threeHoldersOpenEveryBidWithTheBiddersHalf() throws IOException {
        var first = CIRCLE.seal(folder, "first");
        var second = CIRCLE.seal(folder, "second");
        var wrapped = List.of(first.wrappedB(), second.wrappedB());
        var ceremony = new Ceremony(CIRCLE.plan());
        for (int number : new int[]{2, 3, 4}) {
            assertFalse(ceremony.half(first.wrappedB()) instanceof Half.Key);
            ceremony.accept(CIRCLE.give(number, first, second), wrapped);
        }
        assertEquals(Set.of(2, 3, 4), ceremony.given());
        for (var bid : List.of(first, second)) {
            assertEquals(OpenOutcome.OK, bid.unlock(bid.halfA(CIRCLE.bidder()),
                    ceremony.half(bid.wrappedB())).outcome());
        }
    }

    @Test
    void saysWhoIsMissing() throws IOException {
        var bid = CIRCLE.seal(folder, "bid");
        var ceremony = new Ceremony(CIRCLE.plan());
        assertTrue(ceremony.missing(bid.wrappedB()).orElseThrow().contains("还缺 3 方"));
        for (int number : new int[]{2, 3, 5}) {
            ceremony.accept(CIRCLE.give(number, bid), List.of(bid.wrappedB()));
        }
        assertEquals("还须由以下至少 1 方给出份额：交易中心（CENTRE）、监督（SUPERVISOR）",
                ceremony.missing(bid.wrappedB()).orElseThrow());
        var half = (Half.Missing) ceremony.half(bid.wrappedB());
        assertEquals(OpenOutcome.PLATFORM, half.outcome());
        assertTrue(half.evidence().note().contains("监督"));
    }

    @Test
    void aLaterBidNeedsTheHoldersOnceMore() throws IOException {
        var early = CIRCLE.seal(folder, "early");
        var late = CIRCLE.seal(folder, "late");
        var ceremony = new Ceremony(CIRCLE.plan());
        for (int number : new int[]{1, 2, 3}) {
            ceremony.accept(CIRCLE.give(number, early), List.of(early.wrappedB()));
        }
        assertTrue(ceremony.missing(late.wrappedB()).isPresent());
        for (int number : new int[]{1, 2, 3}) {
            ceremony.accept(CIRCLE.give(number, early, late),
                    List.of(early.wrappedB(), late.wrappedB()));
        }
        assertTrue(ceremony.half(late.wrappedB()) instanceof Half.Key);
    }

    @Test
    void thePlanIsReadBackUnderItsSignatureAndAChangedOneIsNot() {
        var agency = CIRCLE.tokens().get(2);
        var file = SignedPlan.sign(CIRCLE.plan(), agency, MemoryToken.NOON);
        var read = SignedPlan.read(file);
        assertEquals(CIRCLE.plan(), read.plan());
        assertEquals(agency.signing(), read.signer());
        var random = new Random(17);
        for (int i = 0; i < 60; i++) {
            var bytes = file.array();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            var changed = Bytes.of(bytes);
            try {
                assertEquals(CIRCLE.plan(), SignedPlan.read(changed).plan());
            } catch (ThresholdFailure e) {
                assertTrue(Set.of(ThresholdFailure.Code.PLAN_UNREADABLE,
                        ThresholdFailure.Code.PLAN_FORGED).contains(e.kind()), e.code());
            }
        }
    }

    @Test
    void everyHolderCanCheckHisShareBeforeTheDayAndAStrangerHasNone() {
        for (int number = 1; number <= 5; number++) {
            assertEquals(number,
                    CIRCLE.plan().check(CIRCLE.tokens().get(number - 1)).number());
        }
        assertEquals(ThresholdFailure.Code.NOT_A_HOLDER, assertThrows(ThresholdFailure.class,
                () -> CIRCLE.plan().check(CIRCLE.bidder())).kind());
    }

    @Test
    void anActOfAnotherTenderOrUnderAnothersSignatureIsRefused() throws IOException {
        var bid = CIRCLE.seal(folder, "bid");
        var other = Circle.make();
        var given = CIRCLE.give(4, bid);
        assertEquals(given, Release.read(CIRCLE.plan(), given.file()));
        assertEquals(ThresholdFailure.Code.SHARE_OF_ANOTHER_KEY,
                assertThrows(ThresholdFailure.class,
                        () -> Release.read(other.plan(), given.file())).kind());
        var content = SignedPlan.Signed
                .read(given.file(), ThresholdFailure.Code.RELEASE_UNREADABLE).content();
        var forged = SignedPlan.Signed.bytes(content, Detached.sign(CIRCLE.tokens().get(2),
                content.array(), MemoryToken.NOON));
        var failure = assertThrows(ThresholdFailure.class,
                () -> Release.read(CIRCLE.plan(), forged));
        assertEquals(ThresholdFailure.Code.RELEASE_FORGED, failure.kind());
        assertTrue(failure.what().contains("监督（SUPERVISOR）"), failure.what());
    }

    @Test
    void aFalsePointIsRefusedNamingItsHolder() throws IOException {
        var bid = CIRCLE.seal(folder, "bid");
        var right = CIRCLE.give(2, bid).release();
        var part = right.partials().getFirst();
        var piece = part.pieces().getFirst();
        var wrong = new Partial(part.key(), 2, part.ciphertext(),
                List.of(new Partial.Piece(0, Curve.bytes(Curve.generator()), piece.challenge(),
                        piece.answer())));
        var release = new Release(right.key(), 2, right.at(), right.basis(), List.of(wrong));
        var failure = assertThrows(ThresholdFailure.class,
                () -> new Ceremony(CIRCLE.plan()).accept(new Release.Signed(release,
                        CIRCLE.tokens().get(1).signing(), Bytes.of(new byte[0])),
                        List.of(bid.wrappedB())));
        assertEquals(ThresholdFailure.Code.RELEASE_FALSE, failure.kind());
        assertTrue(failure.what().contains("场地（HALL）"), failure.what());
    }
}
