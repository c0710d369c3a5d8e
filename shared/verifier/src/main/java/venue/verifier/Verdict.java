package venue.verifier;

/// What a check came to. What did not run never looks green.
public enum Verdict {
    /// 通过
    PASS,
    /// 不通过
    FAIL,
    /// 未执行
    NOT_RUN
}
