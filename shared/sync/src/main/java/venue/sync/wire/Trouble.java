package venue.sync.wire;

/// The body of every answer from 400 on: a short code for programs, a sentence for people.
public record Trouble(String code, String message) {}
