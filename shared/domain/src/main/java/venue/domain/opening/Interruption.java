package venue.domain.opening;

import java.time.Instant;
import java.util.Optional;

/// A stop of the meeting (中止) and its resumption (恢复).
///
/// @param before the phase to return to
public record Interruption(Kind kind, String reason, Phase before, Instant at,
        Optional<Instant> resumedAt) {

    /// Why a meeting stops.
    public enum Kind {
        /// 系统故障
        SYSTEM,
        /// 电力或网络故障
        POWER_OR_NETWORK,
        /// 证书或密码设备故障
        CRYPTOGRAPHY,
        /// 秩序或安全
        ORDER,
        /// 其他
        OTHER
    }
}
