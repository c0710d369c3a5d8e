package venue.crypto.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.crypto.Bytes;
import venue.crypto.bc.Sm2Curve;

class CombinationTest {

    private static final String LOT = "A2102110000000001001001";
    private static final Quorum THREE_OF_FIVE = new Quorum(5, 3, List.of(1, 4), 1);
    private static final Bytes PLAIN = Bytes.of("0123456789abcdef0123456789abcdef"
            .getBytes(StandardCharsets.US_ASCII));

    /// GB/T 32918.5 A: private number, and the ciphertext of "encryption standard".
    private static final BigInteger STANDARD_KEY = new BigInteger(
            "3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8", 16);
    private static final Bytes STANDARD_CIPHERTEXT = Bytes.fromHex("307c"
            + "022004EBFC718E8D1798620432268E77FEB6415E2EDE0E073C0F4F640ECD2E149A73"
            + "022100E858F9D81E5430A57B36DAAB8F950A3C64E6EE6A63094D99283AFF767E124DF0"
            + "042059983C18F809E262923C53AEC295D30383B54E39D609D160AFCB1908D0BD8766"
            + "041321886CA989CA9C7D58087307CA93092D651EFA");

    @Test
    void everySetThatMeetsBothRulesOpensAndNoOtherDoes() {
        var table = Table.of(LOT, THREE_OF_FIVE);
        var wrapped = table.seal(PLAIN);
        int opened = 0;
        for (var set : Table.subsets(5)) {
            boolean guard = set.contains(1) || set.contains(4);
            var found = table.combine(wrapped, set).opened();
            assertEquals(set.size() >= 3 && guard, found.isPresent(), set.toString());
            found.ifPresent(key -> assertEquals(PLAIN, key));
            opened += found.isPresent() ? 1 : 0;
        }
        assertEquals(15, opened);
    }

    @Test
    void withoutAGuardTheArithmeticItselfFailsNotOnlyTheRule() {
        var table = Table.of(LOT, THREE_OF_FIVE);
        var wrapped = table.seal(PLAIN);
        var others = List.of(2, 3, 5);
        var sum = Curve.infinity();
        for (var part : table.give(wrapped, others)) {
            sum = sum.add(Curve.point(part.pieces().getFirst().point())
                    .multiply(Curve.lagrange(part.holder(), others)));
        }
        assertEquals(Optional.empty(), Ciphertext.read(wrapped).open(sum));
    }

    @Test
    void oneTooFewGivesNothingHoweverTheyAreJoined() {
        var table = Table.of(LOT, Quorum.of(3, 5));
        var wrapped = table.seal(PLAIN);
        for (var pair : Table.subsets(5)) {
            if (pair.size() == 2) {
                var sum = Curve.infinity();
                for (var part : table.give(wrapped, pair)) {
                    sum = sum.add(Curve.point(part.pieces().getFirst().point())
                            .multiply(Curve.lagrange(part.holder(), pair)));
                }
                assertEquals(Optional.empty(), Ciphertext.read(wrapped).open(sum));
            }
        }
    }

    @Test
    void holdsForRandomQuorums() {
        var random = new Random(20261123);
        for (int round = 0; round < 25; round++) {
            int holders = 1 + random.nextInt(9);
            int needed = 1 + random.nextInt(holders);
            var numbers = numbers(holders);
            Collections.shuffle(numbers, random);
            int guards = random.nextInt(holders + 1);
            var group = numbers.subList(0, guards).stream().sorted().toList();
            var quorum = new Quorum(holders, needed, group,
                    guards == 0 ? 0 : 1 + random.nextInt(Math.min(guards, needed)));
            var table = Table.of(LOT, quorum);
            var plain = Table.plain(random);
            var wrapped = table.seal(plain);
            for (int draw = 0; draw < 4; draw++) {
                Collections.shuffle(numbers, random);
                var set = numbers.subList(0, random.nextInt(holders + 1));
                assertEquals(quorum.isMetBy(set) ? Optional.of(plain) : Optional.empty(),
                        table.combine(wrapped, set).opened(), quorum + " " + set);
            }
        }
    }

    private static List<Integer> numbers(int holders) {
        var numbers = new ArrayList<Integer>();
        for (int i = 1; i <= holders; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    @Test
    void opensTheCiphertextOfTheStandardWithSharesOfItsKey() {
        var table = Table.of(LOT, 3, 5, STANDARD_KEY);
        assertEquals(Bytes.of(Sm2Curve.pointOf(STANDARD_KEY)), table.key().publicPoint());
        for (var set : Table.subsets(5)) {
            assertEquals(
                    set.size() >= 3
                            ? Optional.of("encryption standard")
                            : Optional.<String>empty(),
                    table.combine(STANDARD_CIPHERTEXT, set).opened()
                            .map(plain -> new String(plain.array(), StandardCharsets.US_ASCII)));
        }
    }

    @Test
    void agreesWithAnOrdinaryDecryptionWhateverTheLength() throws Exception {
        var random = new Random(7);
        var table = Table.of(LOT, THREE_OF_FIVE);
        for (int length : new int[]{1, 16, 31, 32, 33, 64, 65, 200}) {
            var plain = new byte[length];
            random.nextBytes(plain);
            plain[0] = 1;
            var wrapped = table.seal(Bytes.of(plain));
            assertEquals(Bytes.of(Sm2Curve.decrypt(table.secret(), wrapped.array())),
                    table.combine(wrapped, List.of(5, 2, 4)).opened().orElseThrow());
        }
    }

    @ParameterizedTest
    @CsvSource({"point", "challenge", "answer"})
    void namesTheHolderWhosePartWasTamperedWithAndOpensWithTheOthers(String what) {
        var table = Table.of(LOT, THREE_OF_FIVE);
        var wrapped = table.seal(PLAIN);
        var parts = new ArrayList<>(table.give(wrapped, List.of(1, 2, 3)));
        parts.set(1, tampered(parts.get(1), what));
        var found = Combination.of(table.key(), wrapped, parts);
        assertEquals(Optional.empty(), found.opened());
        assertEquals(List.of(new Combination.Refused(2, Combination.Reason.FALSE_PROOF)),
                found.refused());
        parts.add(table.shares().get(4).open(table.key(), wrapped));
        assertEquals(Optional.of(PLAIN),
                Combination.of(table.key(), wrapped, parts).opened());
    }

    private static Partial tampered(Partial part, String what) {
        var old = part.pieces().getFirst();
        var other = Curve.bytes(Curve.point(old.point()).add(Curve.generator()));
        var next = Bytes.of(Curve.bytes(
                Curve.scalar(old.answer().array()).add(BigInteger.ONE).mod(Curve.ORDER)));
        var piece = switch (what) {
            case "point" -> new Partial.Piece(old.split(), other, old.challenge(), old.answer());
            case "challenge" -> new Partial.Piece(old.split(), old.point(), next, old.answer());
            default -> new Partial.Piece(old.split(), old.point(), old.challenge(), next);
        };
        return new Partial(part.key(), part.holder(), part.ciphertext(), List.of(piece));
    }

    @Test
    void aGuardsSecondPieceIsProvedToo() {
        var table = Table.of(LOT, THREE_OF_FIVE);
        var wrapped = table.seal(PLAIN);
        var guard = table.shares().getFirst().open(table.key(), wrapped);
        assertEquals(2, guard.pieces().size());
        var second = guard.pieces().get(1);
        var false2 = new Partial(guard.key(), 1, guard.ciphertext(),
                List.of(guard.pieces().getFirst(), new Partial.Piece(1,
                        Curve.bytes(Curve.generator()), second.challenge(), second.answer())));
        var parts = new ArrayList<>(List.of(false2));
        parts.addAll(table.give(wrapped, List.of(2, 3, 5)));
        var found = Combination.of(table.key(), wrapped, parts);
        assertEquals(List.of(1), found.refused().stream().map(Combination.Refused::holder)
                .toList());
        assertEquals(Optional.empty(), found.opened());
    }

    @Test
    void refusesDuplicatesOtherTendersOtherBidsAndWrongNumbers() {
        var table = Table.of(LOT, THREE_OF_FIVE);
        var other = Table.of("A2102110000000001001002", THREE_OF_FIVE);
        var wrapped = table.seal(PLAIN);
        var second = table.seal(PLAIN);
        var right = table.give(wrapped, List.of(1)).getFirst();
        var parts = List.of(right, right, other.give(second, List.of(2)).getFirst(),
                table.give(second, List.of(3)).getFirst(),
                new Partial(right.key(), 6, right.ciphertext(), right.pieces()),
                new Partial(right.key(), 4, right.ciphertext(), right.pieces()));
        var found = Combination.of(table.key(), wrapped, parts);
        assertEquals(
                List.of(new Combination.Refused(1, Combination.Reason.DUPLICATE),
                        new Combination.Refused(2, Combination.Reason.ANOTHER_KEY),
                        new Combination.Refused(3, Combination.Reason.ANOTHER_BID),
                        new Combination.Refused(6, Combination.Reason.WRONG_INDEX),
                        new Combination.Refused(4, Combination.Reason.FALSE_PROOF)),
                found.refused());
        assertEquals(List.of(1), found.given());
        assertEquals(Optional.empty(), found.opened());
    }

    @Test
    void everyShareFitsTheCommitmentsAndAChangedOneDoesNot() {
        var table = Table.of(LOT, THREE_OF_FIVE);
        for (var share : table.shares()) {
            assertEquals(share.holder(), Share.read(share.der(), table.key()).holder());
            var bytes = share.der().array();
            bytes[bytes.length - 1] ^= 1;
            var failure = assertThrows(ThresholdFailure.class,
                    () -> Share.read(Bytes.of(bytes), table.key()));
            assertEquals(ThresholdFailure.Code.SHARE_FALSE, failure.kind());
        }
        var other = Table.of(LOT, THREE_OF_FIVE);
        assertEquals(ThresholdFailure.Code.SHARE_OF_ANOTHER_KEY,
                assertThrows(ThresholdFailure.class,
                        () -> Share.read(table.shares().getFirst().der(), other.key())).kind());
    }

    @Test
    void aWipedShareGivesNothing() {
        var table = Table.of(LOT, THREE_OF_FIVE);
        var wrapped = table.seal(PLAIN);
        var share = table.shares().getFirst();
        var before = share.der();
        share.close();
        assertThrows(ThresholdFailure.class, () -> share.open(table.key(), wrapped));
        assertFalse(before.equals(share.der()));
    }

    @Test
    void theKeyIsReadBackAndAChangedOneIsAnotherOrNone() {
        var key = Table.of(LOT, THREE_OF_FIVE).key();
        assertEquals(key, OpeningKey.read(key.der()));
        var bytes = key.der().array();
        var random = new Random(5);
        for (int i = 0; i < 200; i++) {
            var changed = bytes.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertFalse(OpeningKey.read(Bytes.of(changed)).digest().equals(key.digest()));
            } catch (ThresholdFailure e) {
                assertEquals(ThresholdFailure.Code.KEY_UNREADABLE, e.kind());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,2", "5,0"})
    void refusesPointsBesideTheCurve(BigInteger x, BigInteger y) {
        var table = Table.of(LOT, THREE_OF_FIVE);
        var good = table.seal(PLAIN);
        var der = Der.read(good, ThresholdFailure.Code.CIPHERTEXT_UNREADABLE, parts -> {
            parts.big();
            parts.big();
            return Der.bytes(Der.sequence(new org.bouncycastle.asn1.ASN1Integer(x),
                    new org.bouncycastle.asn1.ASN1Integer(y), Der.octets(parts.octets()),
                    Der.octets(parts.octets())));
        }, _ -> good);
        assertEquals(ThresholdFailure.Code.CIPHERTEXT_UNREADABLE,
                assertThrows(ThresholdFailure.class,
                        () -> table.shares().getFirst().open(table.key(), der)).kind());
    }

    @Test
    void aPartOfOneSessionOfTheProofCannotBeTurnedIntoAnothersOrAnotherBids() {
        var table = Table.of(LOT, Quorum.of(1, 2));
        var wrapped = table.seal(PLAIN);
        var first = table.give(wrapped, List.of(1)).getFirst();
        var moved = new Partial(first.key(), 2, first.ciphertext(), first.pieces());
        assertTrue(Combination.of(table.key(), wrapped, List.of(moved)).opened().isEmpty());
    }
}
