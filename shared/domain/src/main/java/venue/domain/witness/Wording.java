package venue.domain.witness;

import java.util.List;
import java.util.Optional;

/// What may be written into a witness's record (用语要求): facts, within the limit, and no verdict.
final class Wording {

    /// Longest text of one field.
    static final int CHARACTERS_MAX = 4_000;

    private static final List<String> VERDICTS = List.of("构成犯罪", "构成违法", "违法事实成立", "违法行为成立",
            "认定其违法", "认定为违法", "应予处罚", "应当处罚", "有罪", "决定取消", "决定否决", "中标无效");

    private Wording() {}

    /// Why `text` may not be written, if so; an empty one may not.
    static Optional<WitnessRefusal> faultOf(String text) {
        return text.isBlank() ? Optional.of(WitnessRefusal.TEXT_MISSING) : faultOfOptional(text);
    }

    /// The same where nothing need be written.
    static Optional<WitnessRefusal> faultOfOptional(String text) {
        if (text.length() > CHARACTERS_MAX) {
            return Optional.of(WitnessRefusal.TEXT_TOO_LONG);
        }
        return VERDICTS.stream().anyMatch(text::contains)
                ? Optional.of(WitnessRefusal.JUDGES)
                : Optional.empty();
    }
}
