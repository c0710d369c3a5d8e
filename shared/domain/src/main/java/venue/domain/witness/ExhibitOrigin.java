package venue.domain.witness;

/// Whether a piece of evidence came into being in this application or was brought to it.
public enum ExhibitOrigin {
    /// Taken by this program itself.
    CAPTURED("本机采集"),
    /// A file that existed before; what happened to it earlier is not known here.
    IMPORTED("外部导入");

    private final String title;

    ExhibitOrigin(String title) {
        this.title = title;
    }

    /// The Chinese name on forms.
    public String title() {
        return title;
    }
}
