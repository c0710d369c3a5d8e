package venue.crash;

import java.util.Locale;

/// A journal that is less careful than ours: the same trace, where some forcing is not believed.
/// The oracle must catch each of them (变异).
enum Mutant {
    /// Our journal.
    NONE,
    /// Commits are not forced; only what a checkpoint needs is. This is `synchronous=NORMAL`.
    WAL_FSYNC_IGNORED,
    /// The bytes of a blob are not forced before it gets its name.
    BLOB_FSYNC_IGNORED,
    /// No folder is ever forced.
    DIR_FSYNC_IGNORED;

    /// As written on the command line.
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Mutant of(String title) {
        return valueOf(title.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
