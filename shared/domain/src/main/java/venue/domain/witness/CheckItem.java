package venue.domain.witness;

/// One line of a stage's checklist (核对事项).
///
/// @param code stable, e.g. `KB-03`
public record CheckItem(String code, WatchStage stage, String title) {}
