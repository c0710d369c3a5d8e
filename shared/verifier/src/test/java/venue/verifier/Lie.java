package venue.verifier;

/// What somebody with all keys may have done wrong while the day was written.
enum Lie {
    NONE, FALSE_SIGNATURE, FALSE_BALLOT_SIGNATURE, OTHER_BALLOT, WRONG_DESK, WORDS, DRAW, OFFER, REVIEW, BENCHMARK, CANDIDATES, CHAIR, EARLY_REVEAL, CUSTODY
}
