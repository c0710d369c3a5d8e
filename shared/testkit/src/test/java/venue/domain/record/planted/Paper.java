package venue.domain.record.planted;

/// Known from below by an offender.
public final class Paper {}
