package venue.journal.projection;

import java.sql.SQLException;
import java.util.List;
import venue.journal.Stamp;
import venue.journal.store.Database;

/// A disposable table over the log.
public interface Projection {

    /// Name of the projection, and of its table.
    String name();

    /// Goes up with every change of its tables or of what it makes of an entry.
    int version();

    /// The statements that make its empty table.
    List<String> tables();

    /// An entry stands in a log, whether or not its content is held here.
    default void entry(Database db, Stamp stamp) throws SQLException {}

    /// The content of an entry is held here: at once, or later if it was withheld first.
    ///
    /// @param payload the exact bytes, not encrypted
    default void content(Database db, Stamp stamp, byte[] payload) throws SQLException {}
}
