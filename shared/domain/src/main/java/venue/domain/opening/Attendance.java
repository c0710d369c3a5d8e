package venue.domain.opening;

import java.time.Instant;

/// Whether a bidder's representative came (签到). Absence does not void a bid.
///
/// @param representative name, or empty when absent
/// @param authority the paper shown, e.g. 授权委托书
/// @param late after the deadline
/// @param absence why nobody came; NONE for a present one
/// @param note words of the one who recorded it
public record Attendance(String representative, String authority, boolean late, Absence absence,
        String note, Instant at) {

    /// Why nobody came (未签到原因).
    public enum Absence {
        /// 已到场
        NONE,
        /// 迟到
        LATE,
        /// 弃标
        GIVEN_UP,
        /// 说明原因
        STATED,
        /// 其他
        OTHER
    }

    /// Whether somebody came.
    public boolean present() {
        return absence == Absence.NONE;
    }
}
