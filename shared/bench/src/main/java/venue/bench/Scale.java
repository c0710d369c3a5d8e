package venue.bench;

/// How much a bench does.
///
/// @param warmUp operations before anything is timed, so that the compiler is done
/// @param rounds interleaved rounds; the median counts
/// @param singles durable operations of one round
/// @param million events of the rebuild
/// @param log events of the log that is opened and weighed
record Scale(int warmUp, int rounds, int singles, int million, int log) {

    /// What is reported.
    static final Scale WHOLE = new Scale(5_000, 9, 300, 1_000_000, 100_000);

    /// A twentieth or less: only shows that everything runs.
    static final Scale QUICK = new Scale(100, 3, 15, 20_000, 2_000);
}
