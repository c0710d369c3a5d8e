package venue.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.journal.projection.Projections;
import venue.journal.proof.Note;
import venue.journal.store.Database;

class AppendingTest {

    private static final int CALLERS = 32;
    private static final int ROUNDS = 12;

    @TempDir
    Path dir;
    private final Hall hall = new Hall();

    @Test
    void writesWhatManyWantAtTheSameTimeWithoutMixingIt() throws Exception {
        try (var journal = hall.one(dir)) {
            var answers = together(caller -> {
                var all = new ArrayList<List<Entry>>();
                for (int round = 0; round < ROUNDS; round++) {
                    all.add(journal.append(Hall.HOST, hall.prices(1 + caller % 3)));
                }
                return all;
            });
            long entries = 0;
            for (var caller : answers) {
                for (var answer : caller) {
                    entries += answer.size();
                    long first = answer.getFirst().stamp().seq();
                    assertEquals(LongStream.range(first, first + answer.size()).boxed().toList(),
                            answer.stream().map(entry -> entry.stamp().seq()).toList());
                }
            }
            assertEquals(entries, Hall.happenings(journal).size());
        }
        try (var journal = hall.one(dir)) {
            var seqs = journal.after(journal.origin(), 0).stream().map(e -> e.stamp().seq())
                    .toList();
            assertEquals(LongStream.range(0, journal.size()).boxed().toList(), seqs);
        }
    }

    @Test
    void sharesATransactionAmongThoseWhoWait() throws Exception {
        var lock = new ReentrantLock();
        var transactions = new ArrayList<Integer>();
        var appending = new Appending(lock, drafts -> {
            transactions.add(drafts.size());
            return drafts.stream()
                    .map(draft -> new Entry(stamp(transactions.size()), draft.fact())).toList();
        });
        var setting = new Setting(dir, Hall.ONE, hall.oneKeys, Hall.FAMILIES, hall.clock());
        try (var db = Database.open(dir.resolve("j.db"));
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var log = new Log(setting, db, new Origin(Hall.ONE, 1), true);
            var end = new Writing(setting, db, log, new Ticker(), new Projections(db));
            var waiting = new ArrayList<Future<List<Entry>>>();
            lock.lock();
            try {
                for (int i = 0; i < CALLERS; i++) {
                    waiting.add(callers.submit(
                            () -> appending.append(end, Hall.HOST, hall.prices(1))));
                }
                while (appending.waiting() < CALLERS) {
                    Thread.onSpinWait();
                }
            } finally {
                lock.unlock();
            }
            for (var each : waiting) {
                assertEquals(1, each.get().size());
            }
        }
        assertEquals(List.of(CALLERS), transactions);
    }

    private static Stamp stamp(long seq) {
        return new Stamp(Hall.ONE, 1, seq, WireTest.NINE, seq, Hall.TENDER, Hall.HOST.person(),
                Hall.HOST.role(), "evaluation.price-read");
    }

    @Test
    void aFactThatCannotBeWrittenFailsOnlyItsOwnCaller() throws Exception {
        record Stranger(java.time.Instant at) implements venue.domain.base.Fact {}
        try (var journal = hall.one(dir)) {
            var answers = together(caller -> {
                if (caller == 3) {
                    assertThrows(IllegalArgumentException.class, () -> journal.append(Hall.HOST,
                            List.of(new Stranger(WireTest.NINE))));
                    return 0;
                }
                return journal.append(Hall.HOST, hall.prices(2)).size();
            });
            assertEquals((CALLERS - 1) * 2, answers.stream().mapToInt(n -> n).sum());
            assertEquals((CALLERS - 1) * 2, Hall.happenings(journal).size());
        }
    }

    @Test
    void signsSoonWithoutBeingAsked() {
        var journal = hall.one(dir);
        journal.append(Hall.HOST, hall.prices(5));
        long from = System.nanoTime();
        while (checkpointInMemory() < 6) {
            assertTrue(System.nanoTime() - from < 20_000_000_000L, "no checkpoint");
            Thread.onSpinWait();
        }
        journal.close();
    }

    private long checkpointInMemory() {
        return new HeadMemory(dir.resolve("journal.head")).note().map(Note::checkpoint)
                .map(checkpoint -> checkpoint.size()).orElse(0L);
    }

    @Test
    void afterClosingEverybodyHearsThatItIsClosed() {
        var journal = hall.one(dir);
        journal.close();
        assertEquals("CLOSED", assertThrows(JournalFailure.class,
                () -> journal.append(Hall.HOST, hall.prices(1))).code());
    }

    private interface Caller<T> {
        T call(int caller);
    }

    private static <T> List<T> together(Caller<T> work)
            throws InterruptedException, ExecutionException {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<T>>();
            for (int i = 0; i < CALLERS; i++) {
                int caller = i;
                tasks.add(() -> work.call(caller));
            }
            var all = new ArrayList<T>();
            for (var answer : callers.invokeAll(tasks)) {
                all.add(answer.get());
            }
            return all;
        }
    }
}
