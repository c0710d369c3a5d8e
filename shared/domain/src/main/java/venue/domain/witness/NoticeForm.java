package venue.domain.witness;

/// How a subject is told (提示、告知方式).
public enum NoticeForm {
    /// 口头提示
    ORAL("口头提示"),
    /// 屏幕提示
    ON_SCREEN("屏幕提示"),
    /// 书面告知书
    WRITTEN("书面告知");

    private final String title;

    NoticeForm(String title) {
        this.title = title;
    }

    /// The Chinese name on forms.
    public String title() {
        return title;
    }
}
