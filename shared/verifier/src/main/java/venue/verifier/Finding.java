package venue.verifier;

/// One thing that a check has to say.
///
/// @param place file, log entry or person concerned
/// @param what the sentence
public record Finding(String place, String what) {}
