package venue.sync;

/// What a workstation (工位) is for. Together with its room it decides which payloads may be shown
/// there.
public enum DeviceKind {
    /// 开标工位
    BIDOPEN,
    /// 评标工位
    EVALUATION,
    /// 见证工位
    WITNESS
}
