package venue.sync;

/// What one round between desk and centre did (一轮同步).
///
/// @param complete the centre was reached and everything of this round was done
/// @param pushed own leaves sent
/// @param pulled leaves of other devices accepted
/// @param receiptSize how many own leaves the centre has countersigned so far
/// @param message the key of the sentence of the status afterwards
public record Round(boolean complete, int pushed, int pulled, long receiptSize, String message) {}
