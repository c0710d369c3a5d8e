package venue.verifier.planted;

/// Judges.
public final class Judge {}
