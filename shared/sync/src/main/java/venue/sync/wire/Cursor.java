package venue.sync.wire;

/// How much of one log the centre holds.
///
/// @param size how many leaves it has
/// @param witnessed the size of the last SHA-256 checkpoint it countersigned
/// @param readable the largest size at which both trees are countersigned; only so much is given
public record Cursor(String device, int generation, long size, long witnessed, long readable) {}
