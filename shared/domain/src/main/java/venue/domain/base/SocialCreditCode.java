package venue.domain.base;

/// 统一社会信用代码 (GB 32100-2015): 17 characters and a check character over weights 3^i mod 31.
public final class SocialCreditCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private SocialCreditCode() {}

    /// Whether `code` has the length, the alphabet and the right check character.
    public static boolean isValid(String code) {
        if (code.length() != 18) {
            return false;
        }
        for (int i = 0; i < 18; i++) {
            if (ALPHABET.indexOf(code.charAt(i)) < 0) {
                return false;
            }
        }
        return checkOf(code.substring(0, 17)) == code.charAt(17);
    }

    /// The check character of the first 17.
    public static char checkOf(String body) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            int value = ALPHABET.indexOf(body.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("not in the alphabet: " + body.charAt(i));
            }
            sum += value * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
