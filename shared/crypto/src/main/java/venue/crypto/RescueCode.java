package venue.crypto;

import java.util.Arrays;
import venue.crypto.bc.Engines;

/// The bidder's rescue code (救援码): 22 random characters (110 bits) and two check characters, in six
/// groups of four. It opens the bidder's half of one sealed bid when the certificate is lost, and
/// only where the tender documents provide for it. Digits and capitals without I, L, O and U; what
/// is easily misread (I and L for 1, O for 0, small letters) is read as it was meant.
public final class RescueCode implements AutoCloseable {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM = 22;
    private static final int LENGTH = RANDOM + 2;
    private static final int GROUP = 4;
    /// A prime below 1024, so that any one wrong and any two exchanged characters are noticed.
    private static final int CHECK = 1021;

    private final byte[] characters;

    private RescueCode(byte[] characters) {
        this.characters = characters;
    }

    /// A fresh code.
    public static RescueCode fresh() {
        var characters = new byte[LENGTH];
        var random = Engines.random(RANDOM);
        for (int i = 0; i < RANDOM; i++) {
            characters[i] = (byte) (random[i] & 31);
        }
        int check = check(characters);
        characters[RANDOM] = (byte) (check >> 5);
        characters[RANDOM + 1] = (byte) (check & 31);
        return new RescueCode(characters);
    }

    /// The code as typed, with or without hyphens and blanks. `typed` is wiped.
    ///
    /// @throws CryptoFailure RESCUE_CODE_MISTYPED
    public static RescueCode parse(char[] typed) {
        var characters = new byte[LENGTH];
        int count = 0;
        try {
            for (char each : typed) {
                if (each != '-' && !Character.isWhitespace(each)) {
                    int value = valueOf(each);
                    if (value < 0 || count == LENGTH) {
                        throw new CryptoFailure(CryptoFailure.Code.RESCUE_CODE_MISTYPED);
                    }
                    characters[count++] = (byte) value;
                }
            }
        } finally {
            Arrays.fill(typed, '\0');
        }
        if (count != LENGTH || check(characters) != (characters[RANDOM] << 5
                | characters[RANDOM + 1])) {
            throw new CryptoFailure(CryptoFailure.Code.RESCUE_CODE_MISTYPED);
        }
        return new RescueCode(characters);
    }

    private static int valueOf(char typed) {
        return switch (Character.toUpperCase(typed)) {
            case 'I', 'L' -> 1;
            case 'O' -> 0;
            default -> ALPHABET.indexOf(Character.toUpperCase(typed));
        };
    }

    private static int check(byte[] characters) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < RANDOM; i++) {
            weight = weight * 33 % CHECK;
            sum = (sum + weight * (characters[i] + 1)) % CHECK;
        }
        return sum;
    }

    /// For the bidder to write down: `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX`.
    public String text() {
        var text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(characters[i]));
        }
        return text.toString();
    }

    /// The 24 characters in ASCII, without hyphens: what the key is derived from.
    byte[] ascii() {
        var ascii = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            ascii[i] = (byte) ALPHABET.charAt(characters[i]);
        }
        return ascii;
    }

    /// Wipes it.
    @Override
    public void close() {
        Arrays.fill(characters, (byte) 0);
    }

    @Override
    public String toString() {
        return "rescue code";
    }
}
