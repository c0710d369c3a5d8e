package venue.planted2;

/// Offends honest-names.
public final class BidHelper {}
