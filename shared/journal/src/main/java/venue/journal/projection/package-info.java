/// Projections (投影): tables that answer questions quickly and hold nothing of their own. Each is
/// folded from the log, in the transaction that appends; each can be dropped and folded anew at
/// any time. A projection whose version is not the one on the disk is rebuilt at start-up.
package venue.journal.projection;
