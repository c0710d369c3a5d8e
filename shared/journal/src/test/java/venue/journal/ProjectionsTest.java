package venue.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.crypto.Bytes;
import venue.domain.base.Points;
import venue.domain.base.Role;
import venue.domain.base.TenderId;
import venue.journal.Happening.Everything;

/// Projections hold nothing of their own: thrown away and folded anew they are the same.
class ProjectionsTest {

    private static final TenderId OTHER = new TenderId("A2101000001202600100002");

    @TempDir
    Path dir;
    private final Hall hall = new Hall();

    private record View(List<Entry> one, List<Entry> other, List<KnownTender> tenders,
            List<String> digests) {

        static View of(Journal journal) {
            return new View(journal.entries(Hall.TENDER), journal.entries(OTHER),
                    journal.tenders(),
                    journal.digests(Hall.TENDER).stream().map(Object::toString).toList());
        }
    }

    private void fill(Journal one, Journal two) {
        var random = new Random(20261123);
        var elsewhere = new Author(Hall.HOST.person(), "宋主持", Role.HOST, OTHER);
        for (int i = 0; i < 60; i++) {
            var journal = random.nextBoolean() ? one : two;
            var who = random.nextInt(3) == 0 ? elsewhere : Hall.HOST;
            if (random.nextInt(4) == 0) {
                var digest = journal.blobs()
                        .put(new ByteArrayInputStream(Bytes.random(40).array()));
                journal.append(who, List.of(new Everything(Points.of("1.5"), Optional.of(digest),
                        Optional.empty(), List.of(), Set.of(), Map.of(),
                        java.time.Duration.ZERO, Bytes.random(3), true, 1,
                        hall.clock().instant())));
            } else {
                journal.append(who, hall.prices(1 + random.nextInt(3)));
            }
            if (random.nextInt(5) == 0) {
                two.accept(one.range(one.origin(), two.cursors().getOrDefault(one.origin(), 0L),
                        1 + random.nextInt(50), Audience.ROOM));
            }
            hall.pass(random.nextInt(3));
        }
    }

    @Test
    void areTheSameWhenFoldedAnew() throws SQLException {
        View live;
        try (var one = hall.one(dir.resolve("one")); var two = hall.two(dir.resolve("two"))) {
            fill(one, two);
            live = View.of(two);
            var steps = new ArrayList<Progress>();
            two.rebuild(steps::add);
            assertEquals(live, View.of(two));
            assertEquals(steps.getLast().total(), steps.getLast().done());
            assertTrue(live.one().size() > 50 && live.digests().size() > 3, live.toString());
        }
        behindItsBack("DELETE FROM projection WHERE name='blob_use'", "DELETE FROM blob_use",
                "DELETE FROM place", "UPDATE projection SET version=99 WHERE name='place'");
        var steps = new ArrayList<String>();
        try (var two = Journal.open(dir.resolve("two"), hall.twoKeys, Hall.TWO, hall.clock(),
                progress -> steps.add(progress.step()), Hall.FAMILIES)) {
            assertTrue(steps.contains("rebuild"));
            assertEquals(live.one(), two.entries(Hall.TENDER));
            assertEquals(live.other(), two.entries(OTHER));
            assertEquals(live.digests(), View.of(two).digests());
            assertEquals(live.tenders().stream().filter(each -> each.tender().equals(OTHER))
                    .toList(),
                    two.tenders().stream()
                            .filter(each -> each.tender().equals(OTHER)).toList());
        }
        behindItsBack("DROP TABLE place", "DELETE FROM projection");
        try (var two = hall.two(dir.resolve("two"))) {
            assertEquals(live.one(), two.entries(Hall.TENDER));
        }
    }

    @Test
    void countNothingOfATransactionThatFailed() {
        try (var journal = hall.one(dir.resolve("one"))) {
            journal.append(Hall.HOST, hall.prices(2));
            org.junit.jupiter.api.Assertions.assertThrows(JournalFailure.class,
                    () -> journal.append(Hall.HOST, List.of(hall.draft("字".repeat(6_000_000)))));
            journal.append(Hall.HOST, hall.prices(3));
            var known = journal.tenders().stream()
                    .filter(each -> each.tender().equals(Hall.TENDER)).findFirst().orElseThrow();
            assertEquals(5, known.entries());
        }
    }

    private void behindItsBack(String... changes) throws SQLException {
        try (var db = DriverManager
                .getConnection("jdbc:sqlite:" + dir.resolve("two").resolve("journal.db"));
                var statement = db.createStatement()) {
            for (var change : changes) {
                statement.executeUpdate(change);
            }
        }
    }
}
