package venue.rehearsal.prepare;

import java.math.BigDecimal;
import java.util.List;
import venue.domain.base.BidderId;
import venue.domain.base.SocialCreditCode;

/// The demonstration tender: invented organisations and people, plausible figures. What the people
/// of the day type comes from here; what the programs compute does not.
public final class Story {

    /// Project name.
    public static final String PROJECT = "辽河口新区滨海大道综合管廊工程";
    /// Lot name.
    public static final String LOT = "二标段（K3+200～K6+850）施工";
    /// Lot code, 23 characters.
    public static final String TENDER_ID = "A0121110020261123001002";
    /// 招标人
    public static final String TENDERER = "辽河口新区建设投资有限公司";
    /// 招标代理机构
    public static final String AGENCY = "辽宁衡正工程咨询有限公司";
    /// 平台运行服务机构
    public static final String CENTRE = "辽河口公共资源交易中心";
    /// 行政监督部门
    public static final String SUPERVISOR = "辽河口新区住房和城乡建设局";
    /// Where.
    public static final String PLACE = "辽河口公共资源交易中心 第二开标厅";
    /// 最高投标限价
    public static final String CEILING = "58600000.00";
    /// 投标保证金
    public static final String BOND = "800000.00";
    /// 计划工期
    public static final int DAYS = 540;

    /// A bidder as the day knows it.
    ///
    /// @param number 1 to 6
    /// @param sm2 whether its certificate is SM2
    /// @param target the price it aims at in yuan; the bill's real total comes close to it
    public record Bidder(int number, String name, BidderId code, boolean sm2, BigDecimal target,
            String representative, String manager, String licence, int days) {

        /// File-name stem.
        public String stem() {
            return "bidder-" + number;
        }

        /// The PIN of its token.
        public String pin() {
            return "Bid" + number + "-2026";
        }
    }

    /// Somebody with a certificate of his own.
    ///
    /// @param id person id within the tender
    public record Actor(String id, String name, String unit, String pin, boolean sm2) {

        /// File-name stem.
        public String stem() {
            return id.toLowerCase(java.util.Locale.ROOT);
        }
    }

    private Story() {}

    /// A valid code for an invented organisation: check character included.
    public static String code(String body) {
        return body + SocialCreditCode.checkOf(body);
    }

    /// The six bidders: three with RSA certificates, three with SM2.
    public static List<Bidder> bidders() {
        return List.of(
                bidder(1, "北方远大建工集团有限公司", "91211100MA0UA11K0", false, "54820000", "赵德明",
                        "孙立国", "辽121060801234", 530),
                bidder(2, "沈阳鼎固建设工程有限公司", "91210100MA0UB22K1", true, "55936000", "钱宏伟",
                        "周海峰", "辽121070902345", 540),
                bidder(3, "大连海岳路桥工程有限公司", "91210200MA0UC33K2", false, "53275000", "孙晓梅",
                        "吴志强", "辽121081003456", 600),
                bidder(4, "鞍山钢城建筑安装有限公司", "91210300MA0UD44K3", true, "56348000", "李文博",
                        "郑国庆", "辽121091104567", 535),
                bidder(5, "营口港湾建设集团有限公司", "91210800MA0UE55K4", false, "57109000", "周雅琴",
                        "王铁军", "辽121101205678", 520),
                bidder(6, "锦州凌河市政工程有限公司", "91210700MA0UF66K5", true, "55068000", "吴建华",
                        "冯长江", "辽121111306789", 540));
    }

    private static Bidder bidder(int number, String name, String body, boolean sm2, String target,
            String representative, String manager, String licence, int days) {
        return new Bidder(number, name, new BidderId(code(body)), sm2, new BigDecimal(target),
                representative, manager, licence, days);
    }

    /// Everybody else: staff, parties, experts.
    public static List<Actor> actors() {
        return List.of(new Actor("P-HOST", "陈静怡", CENTRE, "Host-2026", false),
                new Actor("P-AGENCY", "刘子航", AGENCY, "Agency-2026", false),
                new Actor("P-TENDERER", "张国栋", TENDERER, "Owner-2026", true),
                new Actor("P-SUPERVISOR", "高明远", SUPERVISOR, "Super-2026", true),
                new Actor("P-WITNESS", "林晓雯", CENTRE, "Witness-2026", true),
                new Actor("P-EXPERT-1", "马振华", "沈阳建筑规划设计院", "Expert1-2026", false),
                new Actor("P-EXPERT-2", "韩雪松", "大连海岳路桥工程有限公司（曾任职）", "Expert2-2026", true),
                new Actor("P-EXPERT-3", "曹慧敏", "辽宁省交通规划设计院", "Expert3-2026", false),
                new Actor("P-EXPERT-4", "邓建平", "东北大学资源与土木工程学院", "Expert4-2026", true),
                new Actor("P-EXPERT-5", "魏书琴", "锦州市建设工程造价管理站", "Expert5-2026", false));
    }

    /// One of them by id.
    public static Actor actor(String id) {
        return actors().stream().filter(actor -> actor.id().equals(id)).findFirst().orElseThrow();
    }
}
