package venue.domain.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static venue.domain.witness.Notebook.DIGEST;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import venue.domain.witness.WitnessCommand.EnterCustody;

class CustodyTest {

    private final Notebook desk = new Notebook();

    @Test
    void marksASecondImportOfTheSameBytes() {
        var id = desk.records("BID09", SubjectKind.BIDDER);
        var first = desk.keeps(id);
        var second = desk.keeps(id);
        assertEquals(Optional.of(first), desk.watch.exhibit(second).orElseThrow().duplicateOf());
        assertEquals(2, desk.watch.exhibitsOf(id).size());
    }

    @Test
    void namesAnUnfinishedCaptureAndNeverDropsIt() {
        desk.does(Notebook.begin(Optional.empty()));
        var id = desk.watch.unfinished().getFirst().id();
        desk.does(new WitnessCommand.RecoverCapture(id, false, "断电，仅写入 3 字节"));
        var exhibit = desk.watch.exhibit(id).orElseThrow();
        assertFalse(exhibit.isKept());
        assertFalse(exhibit.isRunning());
        desk.refuses(WitnessRefusal.CAPTURE_ENDED,
                new WitnessCommand.RecoverCapture(id, false, "再次"));
    }

    @Test
    void handsOverOnlyWithFreshDigestsAndBothSignatures() {
        var id = desk.keeps(desk.records("BID09", SubjectKind.BIDDER));
        desk.refuses(WitnessRefusal.HASH_NOT_VERIFIED, handOver(id, false, true, null));
        desk.refuses(WitnessRefusal.CUSTODY_UNSIGNED, handOver(id, true, false, null));
        desk.does(handOver(id, true, true, null));
        assertEquals("主管部门 王", desk.watch.exhibit(id).orElseThrow().custodian("见证台"));
    }

    @Test
    void writesDownThatTheTakerRefusedToSign() {
        var id = desk.keeps(desk.records("BID09", SubjectKind.BIDDER));
        desk.does(handOver(id, true, false, "对方拒绝签字，已录像"));
        var line = desk.watch.exhibit(id).orElseThrow().custody().getFirst();
        assertEquals("见证员", line.from());
        assertTrue(line.takerRefused().isPresent());
    }

    @Test
    void hasNoLedgerBeforeTheOriginalIsComplete() {
        desk.does(Notebook.begin(Optional.empty()));
        var id = desk.watch.unfinished().getFirst().id();
        desk.refuses(WitnessRefusal.NOT_KEPT, handOver(id, true, true, null));
    }

    private static EnterCustody handOver(ExhibitId id, boolean verified, boolean takerSigned,
            @org.jspecify.annotations.Nullable String refused) {
        return new EnterCustody(id, CustodyAct.HANDED_OVER, "主管部门 王", "随报告移交", verified,
                Optional.of(DIGEST), takerSigned ? Optional.of(DIGEST) : Optional.empty(),
                Optional.ofNullable(refused));
    }
}
