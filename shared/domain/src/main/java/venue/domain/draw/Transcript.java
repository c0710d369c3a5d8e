package venue.domain.draw;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

import venue.domain.base.Digest;

/// The printed minutes of a draw (抽取过程记录): all that is needed to make the same draw again.
///
/// @param drawId names this draw and no other
/// @param purpose what is drawn
/// @param poolSize candidates in the pool
/// @param pool digest of the frozen pool, see [Draw#digestOf]
/// @param take how many are taken
/// @param contributions of the parties, the machine among them
/// @param dice thrown in public after all commitments, in the order read out
public record Transcript(String drawId, String purpose, int poolSize, Digest pool, int take,
        List<Contribution> contributions, List<Integer> dice) {

    /// What one party gave.
    ///
    /// @param party short name in ASCII
    /// @param commitment shown before the dice
    /// @param nonce hexadecimal, shown after the dice
    public record Contribution(String party, Digest commitment, String nonce) {
        public Contribution {
            if (nonce.length() != 2 * Draw.NONCE_BYTES) {
                throw new IllegalArgumentException("a secret number has 32 bytes");
            }
        }
    }

    public Transcript {
        contributions = contributions.stream().sorted(Comparator.comparing(Contribution::party))
                .toList();
        dice = List.copyOf(dice);
    }

    /// The text that is hashed, printed and kept: UTF-8, lines ended by LF.
    public String text() {
        var text = new StringBuilder("ggzy-draw/v1\n").append(drawId).append('\n').append(purpose)
                .append("\npool ").append(poolSize).append(' ').append(base64(pool.hex()))
                .append("\ntake ").append(take).append('\n');
        for (var given : contributions) {
            text.append("commit ").append(given.party()).append(' ')
                    .append(base64(given.commitment().hex())).append('\n');
        }
        for (var given : contributions) {
            text.append("reveal ").append(given.party()).append(' ').append(base64(given.nonce()))
                    .append('\n');
        }
        return text.append("public dice ").append(numbers()).append("/\n").toString();
    }

    /// The parties whose secret number does not fit their commitment.
    public List<String> unfaithful() {
        var found = new ArrayList<String>();
        for (var given : contributions) {
            var nonce = HexFormat.of().parseHex(given.nonce());
            if (!Draw.commitment(drawId, given.party(), nonce).equals(given.commitment())) {
                found.add(given.party());
            }
        }
        return List.copyOf(found);
    }

    /// Reads a printed transcript back, so that a stranger can make the draw again.
    public static Transcript parse(String text) {
        var lines = text.lines().toList();
        if (lines.size() < 6 || !lines.getFirst().equals("ggzy-draw/v1")) {
            throw new IllegalArgumentException("not a draw transcript");
        }
        var pool = words(lines.get(3), "pool", 3);
        var take = words(lines.get(4), "take", 2);
        int parties = (lines.size() - 6) / 2;
        var given = new ArrayList<Contribution>();
        for (int i = 0; i < parties; i++) {
            var commit = words(lines.get(5 + i), "commit", 3);
            var reveal = words(lines.get(5 + parties + i), "reveal", 3);
            if (!commit.get(1).equals(reveal.get(1))) {
                throw new IllegalArgumentException("commitments and numbers do not pair up");
            }
            given.add(new Contribution(commit.get(1), new Digest(hex(commit.get(2))),
                    hex(reveal.get(2))));
        }
        var dice = words(lines.getLast(), "public", 3).get(2);
        var made = new Transcript(lines.get(1), lines.get(2), Integer.parseInt(pool.get(1)),
                new Digest(hex(pool.get(2))), Integer.parseInt(take.get(1)), given, thrown(dice));
        if (!made.text().equals(text)) {
            throw new IllegalArgumentException("not in the form of a draw transcript");
        }
        return made;
    }

    private static List<Integer> thrown(String dice) {
        var numbers = new ArrayList<Integer>();
        for (var part : dice.replace("/", "").split("\\.", -1)) {
            if (!part.isEmpty()) {
                numbers.add(Integer.valueOf(part));
            }
        }
        return numbers;
    }

    private static List<String> words(String line, String first, int count) {
        var words = List.of(line.split(" ", -1));
        if (words.size() != count || !words.getFirst().equals(first)) {
            throw new IllegalArgumentException("expected a line of " + first);
        }
        return words;
    }

    private String numbers() {
        return dice.stream().map(number -> number + ".").collect(Collectors.joining());
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    private static String hex(String base64) {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
    }
}
