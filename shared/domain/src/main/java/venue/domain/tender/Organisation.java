package venue.domain.tender;

/// A party of the tender (交易主体).
///
/// @param name registered name
/// @param code 统一社会信用代码
public record Organisation(String name, String code) {}
