package venue.domain.base;

import java.util.regex.Pattern;

/// 公民身份号码 (GB 11643-1999): 17 digits and a check character. Never shown whole: `toString` masks it,
/// so that a log or an exception cannot spread it.
public record IdentityNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{16}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final int SHOWN_LAST = 4;

    public IdentityNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an identity number");
        }
    }

    /// Whether `value` has the shape, a possible month and day, and the right check character.
    public static boolean isValid(String value) {
        return SHAPE.matcher(value).matches() && hasDate(value)
                && checkOf(value.substring(0, 17)) == value.charAt(17);
    }

    /// The check character of the first 17 digits.
    public static char checkOf(String body) {
        if (body.length() != WEIGHTS.length) {
            throw new IllegalArgumentException("an identity number's body has 17 digits");
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += Character.digit(body.charAt(i), 10) * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    /// As printed on forms: `210102********0015`.
    public String masked() {
        return value.substring(0, 6) + "********" + value.substring(18 - SHOWN_LAST);
    }

    private static boolean hasDate(String value) {
        int month = Integer.parseInt(value.substring(10, 12));
        int day = Integer.parseInt(value.substring(12, 14));
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    @Override
    public String toString() {
        return masked();
    }
}
