package venue.journal;

/// How far long work has come.
///
/// @param step what is being done, a key of the words `progress.<step>`
/// @param done units done
/// @param total all units
public record Progress(String step, long done, long total) {}
