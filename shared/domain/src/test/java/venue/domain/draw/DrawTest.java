package venue.domain.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/// Cross vectors made with Python's hashlib and with `openssl dgst`.
class DrawTest {

    private static final String ID = "LN-2026-000123/draw-1";
    private static final List<String> POOL = IntStream.rangeClosed(1, 25)
            .mapToObj("E%03d"::formatted).toList();
    private static final Transcript TRANSCRIPT = new Transcript(ID, "expert", 25,
            Draw.digestOf(POOL), 5,
            List.of(party("tenderer", "11".repeat(32)), party("machine", "aa".repeat(32)),
                    party("supervisor", "55".repeat(32)),
                    party("agency",
                            "000102030405060708090a0b0c0d0e0f"
                                    + "101112131415161718191a1b1c1d1e1f")),
            List.of(3, 7, 1, 9, 0, 2));

    @Test
    void runsTheLoopOfRfc3797WithSha256() {
        assertEquals(List.of(20, 23, 1, 14, 17, 9, 11, 15, 7, 13),
                Draw.order("9319./2.5.8.10.12./9.18.26.34.41.45./", 25, 10));
    }

    @Test
    void takesFromThePoolWhatAStrangerTakes() {
        assertEquals(List.of("E012", "E011", "E010", "E002", "E009"),
                Draw.taken(TRANSCRIPT, POOL));
    }

    @Test
    void printsTheTranscriptToTheByte() {
        assertEquals("""
                ggzy-draw/v1
                LN-2026-000123/draw-1
                expert
                pool 25 GoJ4SfO03lWTOFingINIkWSHcb8nPiSa6cRGWZG/nBo=
                take 5
                commit agency Jl2hjmbp0C25QjpDK1OsWtuf1mP3ZYMWC/KgJgKvNXo=
                commit machine 5xwiCYhpnd025meMNZ7rWzx61qWegg0N2OyVMKSyFz0=
                commit supervisor fj4mCURVoSc+945Zjrb5xaodOim+HZUbuZF9+YHGOn4=
                commit tenderer n1xoBLFASc1G+1FeHeOJ9WcVDlIJYSnDhlZwJLYs5PA=
                reveal agency AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=
                reveal machine qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqo=
                reveal supervisor VVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVU=
                reveal tenderer ERERERERERERERERERERERERERERERERERERERERERE=
                public dice 3.7.1.9.0.2./
                """, TRANSCRIPT.text());
    }

    @Test
    void drawsTheSameAgainFromPaper() {
        var read = Transcript.parse(TRANSCRIPT.text());
        assertEquals(TRANSCRIPT, read);
        assertEquals(Draw.taken(TRANSCRIPT, POOL), Draw.taken(read, POOL));
        assertEquals(List.of(), read.unfaithful());
    }

    @Test
    void namesThePartyWhoseNumberDoesNotFit() {
        var forged = TRANSCRIPT.text().replace("reveal tenderer ER", "reveal tenderer ES");
        assertEquals(List.of("tenderer"), Transcript.parse(forged).unfaithful());
    }

    @Test
    void refusesAnotherPoolThanTheFrozenOne() {
        var other = IntStream.rangeClosed(2, 26).mapToObj("E%03d"::formatted).toList();
        assertThrows(IllegalArgumentException.class, () -> Draw.taken(TRANSCRIPT, other));
    }

    @Test
    void refusesATextThatIsNoTranscript() {
        var text = TRANSCRIPT.text();
        assertThrows(IllegalArgumentException.class, () -> Transcript.parse("hello"));
        assertThrows(IllegalArgumentException.class, () -> Transcript.parse(text + "\n"));
        assertThrows(IllegalArgumentException.class,
                () -> Transcript.parse(text.replace("take 5", "take 05")));
    }

    private static Transcript.Contribution party(String name, String nonce) {
        return new Transcript.Contribution(name,
                Draw.commitment(ID, name, HexFormat.of().parseHex(nonce)), nonce);
    }
}
