package venue.crypto;

/// One side's half of the content key of a sealed bid, or why it could not be had.
public sealed interface Half {

    /// OK, or what went wrong.
    OpenOutcome outcome();

    /// The half itself: 32 bytes, to be kept in memory only.
    record Key(Bytes key) implements Half {

        @Override
        public OpenOutcome outcome() {
            return OpenOutcome.OK;
        }
    }

    /// There is no half, and this is why.
    record Missing(OpenOutcome outcome, OpeningEvidence evidence) implements Half {}
}
