package venue.domain.base;

import java.util.regex.Pattern;

/// 统一交易标识码: deal category, the platform's 统一社会信用代码, date, serial and a check character
/// by GB/T 17710 (ISO 7064) MOD 37,2, e.g. `A01-91210100MA0UEX7K0C-20261123-000001-E`.
public record DealCode(String value) {

    private static final Pattern SHAPE = Pattern
            .compile("[A-Z][0-9]{2}-[0-9A-Z]{18}-[0-9]{8}-[0-9]{6}-[0-9A-Z*]");
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";
    private static final int MODULUS = 37;

    public DealCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a unified deal code: " + value);
        }
    }

    /// Whether `value` has the shape and the right check character.
    public static boolean isValid(String value) {
        if (!SHAPE.matcher(value).matches()) {
            return false;
        }
        var bare = value.replace("-", "");
        return checkOf(bare.substring(0, bare.length() - 1)) == bare.charAt(bare.length() - 1);
    }

    /// The check character over `body`, which carries no hyphens.
    public static char checkOf(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int value = ALPHABET.indexOf(body.charAt(i));
            if (value < 0 || value == MODULUS - 1) {
                throw new IllegalArgumentException("not in the alphabet: " + body.charAt(i));
            }
            sum = (sum + value) * 2 % MODULUS;
        }
        return ALPHABET.charAt((MODULUS + 1 - sum) % MODULUS);
    }

    @Override
    public String toString() {
        return value;
    }
}
