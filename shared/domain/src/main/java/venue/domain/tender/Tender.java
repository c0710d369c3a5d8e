package venue.domain.tender;

import java.time.Instant;
import java.util.List;
import venue.domain.base.Money;
import venue.domain.base.TenderId;

/// A lot put out to tender (招标项目标段), as its tender file fixes it. What the tender file may
/// decide stands here and is never a constant of the program.
///
/// @param dealCode 统一交易标识码
/// @param projectName 项目名称
/// @param lotName 标段名称
/// @param place hall and platform
/// @param deadline 投标截止时间 = 开标时间（招标投标法 第三十四条）
/// @param ceiling 最高投标限价（招标控制价）
/// @param decryptionMinutes window for bidders' decryption, counted from its beginning
/// @param objectionMinutes shortest objection window
/// @param qualityTarget 质量目标 asked for
/// @param durationDays 计划工期 in calendar days
/// @param bondAmount 投标保证金
/// @param ruleSetVersion rules in force on the deadline date
public record Tender(TenderId id, String dealCode, String projectName, String lotName,
        Regime regime, TenderKind kind, Organisation tenderer, Organisation agency, String place,
        Instant deadline, Money ceiling, int decryptionMinutes, int objectionMinutes,
        List<DrawPlan> draws, String qualityTarget, int durationDays, Money bondAmount,
        String ruleSetVersion) {
    public Tender {
        draws = List.copyOf(draws);
    }
}
