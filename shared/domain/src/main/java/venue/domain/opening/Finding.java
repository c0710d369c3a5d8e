package venue.domain.opening;

/// One thing looked at after a bid was decrypted (解密后核验). Recorded, never judged: rejecting a
/// bid is for the evaluation committee (招标投标法实施条例 第五十一条).
///
/// @param ok whether it is as it should be
/// @param note what was seen, for the record
public record Finding(Kind kind, boolean ok, String note) {

    /// What was looked at.
    public enum Kind {
        /// 投标人签名
        SIGNATURE,
        /// 与递交回执一致
        RECEIPT_DIGEST,
        /// 投标人名称一致
        NAME,
        /// 大小写金额一致
        WORDS_AGREE,
        /// 未超最高投标限价
        CEILING,
        /// 投标保证金
        BOND,
        /// 文件齐全
        PARTS
    }
}
