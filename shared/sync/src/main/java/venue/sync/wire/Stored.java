package venue.sync.wire;

/// How much of a blob the centre has from the asking device, or that it has all of it.
public record Stored(boolean complete, long offset) {}
