package venue.domain.opening;

import java.time.Instant;

/// A file not received as a bid (拒收, 招标投标法实施条例 第三十六条).
public record RefusedBid(String bidderName, Ground ground, Instant completedAt) {

    /// Why it was refused.
    public enum Ground {
        /// 逾期送达
        LATE,
        /// 未加密
        UNENCRYPTED,
        /// 被后一次递交替换
        REPLACED
    }
}
