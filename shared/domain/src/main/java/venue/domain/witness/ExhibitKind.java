package venue.domain.witness;

/// What a piece of evidence is (证据类型).
public enum ExhibitKind {
    /// 照片
    PHOTO("照片"),
    /// 视频
    VIDEO("视频"),
    /// 音频
    AUDIO("音频"),
    /// 屏幕截图
    SCREEN("屏幕截图"),
    /// 系统日志
    LOG("系统日志"),
    /// 电子文件
    FILE("电子文件"),
    /// 纸质扫描件
    PAPER_SCAN("纸质扫描件"),
    /// 陈述记录
    STATEMENT("陈述记录"),
    /// 实物（以照片和封存单入册）
    PHYSICAL("实物");

    private final String title;

    ExhibitKind(String title) {
        this.title = title;
    }

    /// The Chinese name on forms.
    public String title() {
        return title;
    }
}
