package venue.domain.opening;

import java.time.Instant;
import java.util.Optional;

import venue.domain.base.BidderId;

/// An objection raised and answered on site (开标异议, 招标投标法实施条例 第四十四条).
///
/// @param number from 1
/// @param topic what it is about
/// @param raisedBy name of the representative
public record Objection(int number, BidderId bidder, String raisedBy, Topic topic, String text,
        Instant at, Optional<Answer> answer, Optional<Settlement> settlement) {

    /// What an objection at the opening can be about.
    public enum Topic {
        /// 开标时间
        TIME,
        /// 投标人数量与名单
        COUNT,
        /// 抽取
        DRAW,
        /// 解密
        DECRYPTION,
        /// 唱标
        READING,
        /// 他人投标文件（由评标委员会评审）
        OTHERS_BID,
        /// 其他
        OTHER
    }

    /// The answer given on the spot (当场答复).
    public record Answer(String text, String answeredBy, Instant at) {}

    /// Whether the bidder keeps the objection (坚持异议).
    public record Settlement(boolean maintained, Instant at) {}

    Objection answered(Answer given) {
        return new Objection(number, bidder, raisedBy, topic, text, at, Optional.of(given),
                settlement);
    }

    Objection settled(Settlement end) {
        return new Objection(number, bidder, raisedBy, topic, text, at, answer, Optional.of(end));
    }
}
