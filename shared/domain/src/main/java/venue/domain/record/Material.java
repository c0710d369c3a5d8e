package venue.domain.record;

import venue.domain.witness.ExhibitKind;

/// What of a tender is kept on a workstation (归档材料类别).
public enum Material {
    /// 投标文件
    BIDS("投标文件"),
    /// 开标记录、签字材料
    RECORDS("开标记录和签字材料"),
    /// 评标报告、见证报告
    REPORTS("评标报告和见证报告"),
    /// 开标、评标全过程录音录像
    RECORDINGS("开标评标录音录像"),
    /// 见证证据
    EVIDENCE("见证证据"),
    /// 本机日志: one log for all tenders of a workstation, and what proves all the rest; cutting it
    /// would break the proofs of the tenders that are still kept.
    JOURNAL("本机日志");

    private final String title;

    Material(String title) {
        this.title = title;
    }

    /// The Chinese name on lists.
    public String title() {
        return title;
    }

    /// What an exhibit counts as: pictures and sound are evidence that is also a recording, so that
    /// the law on recordings holds for them.
    public static Material of(ExhibitKind kind) {
        return switch (kind) {
            case VIDEO, AUDIO -> RECORDINGS;
            case PHOTO, SCREEN, LOG, FILE, PAPER_SCAN, STATEMENT, PHYSICAL -> EVIDENCE;
        };
    }
}
