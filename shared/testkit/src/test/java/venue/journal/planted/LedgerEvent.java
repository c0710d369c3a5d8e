package venue.journal.planted;

/// Its member offends events-are-records.
public sealed interface LedgerEvent {
    /// No record.
    final class Written implements LedgerEvent {}
}
