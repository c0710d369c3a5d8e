package venue.domain.tender;

import venue.domain.base.BidderId;
import venue.domain.base.Money;

/// The structured opening sheet of a works bid (开标一览表), one of the files inside a bid
/// (`opening-sheet.json`), read out at the opening.
///
/// @param priceInWords 投标总报价大写
/// @param durationDays 工期 in calendar days
/// @param quality 质量目标
/// @param manager 项目经理
/// @param managerLicence 注册编号
/// @param bond 投标保证金
/// @param bondForm 保证金形式
/// @param remarks 备注
public record BidSheet(BidderId bidder, String bidderName, Money price, String priceInWords,
        int durationDays, String quality, String manager, String managerLicence, Money bond,
        String bondForm, String remarks) {}
