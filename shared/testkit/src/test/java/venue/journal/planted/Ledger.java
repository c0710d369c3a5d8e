package venue.journal.planted;

/// Offends quiet-house and no-bare-threads.
public final class Ledger {
    /// Writes.
    public void write() {
        System.out.println("written");
        new Thread(() -> {}).start();
    }
}
