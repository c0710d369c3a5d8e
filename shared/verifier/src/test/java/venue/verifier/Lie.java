package venue.verifier;

/// What somebody with all keys may have done wrong while the day was written.
enum Lie {
    /// An honest day.
    NONE,
    /// Somebody else's certificate under the opening record.
    FALSE_SIGNATURE,
    /// Somebody else's certificate under a ballot's commitment.
    FALSE_BALLOT_SIGNATURE,
    /// A desk at which nobody certified the session.
    UNCERTIFIED,
    /// A new generation that somebody unknown approved.
    STRANGE_APPROVER,
    /// A log that another desk has seen otherwise.
    SIGHTING,
    /// Other points revealed than committed.
    OTHER_BALLOT,
    /// One member's declaration written at another's desk.
    WRONG_DESK,
    /// An amount whose words say something else.
    WORDS,
    /// Another value than the one drawn.
    DRAW,
    /// A bid that reached the committee changed.
    OFFER,
    /// A rejection left out of the report.
    REVIEW,
    /// Another benchmark in the report.
    BENCHMARK,
    /// The candidates in another order.
    CANDIDATES,
    /// Another chair in the report.
    CHAIR,
    /// A ballot shown before all had committed.
    EARLY_REVEAL,
    /// Evidence handed over without a signature.
    CUSTODY
}
