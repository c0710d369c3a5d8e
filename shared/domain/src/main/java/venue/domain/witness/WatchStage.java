package venue.domain.witness;

/// A stage of the day as a witness follows it (见证环节), in the order of a day.
public enum WatchStage {
    /// Registration, room, notices, devices.
    ENTRY("进场准备"),
    /// Drawing the experts.
    EXPERT_DRAW("专家抽取"),
    /// Sign-in and the deadline.
    BEFORE_OPENING("开标前"),
    /// The opening itself.
    OPENING("开标"),
    /// Experts arrive.
    BEFORE_EVALUATION("评标前"),
    /// The committee works.
    EVALUATION("评标中"),
    /// Reports, papers and people leave.
    AFTER_EVALUATION("评标后"),
    /// Complaints, outside interference, emergencies; open at any time.
    OTHER("其他");

    private final String title;

    WatchStage(String title) {
        this.title = title;
    }

    /// The Chinese name on forms.
    public String title() {
        return title;
    }
}
