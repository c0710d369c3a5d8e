package venue.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.domain.base.Decision;
import venue.domain.base.DeviceId;
import venue.domain.base.Fact;
import venue.domain.base.Refusal;
import venue.domain.evaluation.EvaluationEvent;
import venue.domain.opening.OpeningEvent;
import venue.domain.witness.WitnessEvent;
import venue.journal.Audience;
import venue.journal.Entry;
import venue.journal.Journal;
import venue.journal.JournalKeys;
import venue.journal.Wire;

/// However a day goes: the state that was shown live is the state that the journal tells again,
/// after every few commands, after a restart, and wherever entries of another desk come late.
class ReplayTest {

    private static final int EVERY = 20;
    private static final int MOST_IN_ONE = 250;
    private static final int TRIES = 60;
    private static final int IN_VAIN_MOST = 12;

    @TempDir
    Path dir;
    private final JournalKeys oneKeys = JournalKeys.fresh();
    private final JournalKeys twoKeys = JournalKeys.fresh();
    private final Set<String> seen = new TreeSet<>();
    private Instant now = Roles.NINE.minusSeconds(1_800);
    private int accepted;
    private int refused;

    /// A journal, a desk over it, and what the journal told its watchers.
    private final class Post<S, C, E extends Fact, R extends Refusal> implements AutoCloseable {

        private final Play<S, C, E, R> play;
        private final DeviceId device;
        private final int tender;
        private int inVain;
        private final BlockingQueue<Entry> told = new LinkedBlockingQueue<>();
        private Journal journal;
        private Desk<S, C, E, R> desk;

        Post(Play<S, C, E, R> play, String device, int tender) {
            this.play = play;
            this.device = new DeviceId(device);
            this.tender = tender;
            this.journal = openJournal();
            this.desk = openDesk();
            journal.watch(told::addAll);
        }

        private Journal openJournal() {
            boolean first = device.value().endsWith("1");
            var keys = first
                    ? oneKeys.knowing(other(), twoKeys.device().pub())
                    : twoKeys.knowing(other(), oneKeys.device().pub());
            return Journal.open(dir.resolve(device.value()), keys, device, () -> now, _ -> {});
        }

        private DeviceId other() {
            var name = device.value();
            int last = name.length() - 1;
            return new DeviceId(name.substring(0, last) + (name.endsWith("1") ? "2" : "1"));
        }

        private Desk<S, C, E, R> openDesk() {
            return new Desk<>(play.rules(), play.family(), journal, Roles.tenderId(tender),
                    () -> now);
        }

        /// One command, mostly a lawful one if chance finds any.
        void move(Random random) {
            var move = play.any(desk.state(), random, device, now);
            boolean lawful = random.nextInt(5) > 0;
            for (int i = 0; lawful && i < TRIES && !isLawful(move); i++) {
                move = play.any(desk.state(), random, device, now);
            }
            switch (desk.submit(move.command(), move.who())) {
                case Decision.Accepted<E, R>(var events) -> {
                    accepted++;
                    inVain = 0;
                    events.forEach(event -> seen.add(Wire.kind(event)));
                }
                case Decision.Refused<E, R> _ -> {
                    refused++;
                    inVain++;
                }
            }
        }

        private boolean isLawful(Play.Move<C> move) {
            return desk.would(move.command(), move.who()) instanceof Decision.Accepted<E, R>;
        }

        /// A second desk that begins from the journal alone has the same state.
        void agrees() {
            try (var again = openDesk()) {
                assertEquals(again.state(), desk.state());
                assertEquals(String.valueOf(again.state()), String.valueOf(desk.state()));
            }
            assertEquals(List.of(), desk.stopped().stream().toList());
        }

        void restart() {
            var before = desk.state();
            desk.close();
            journal.close();
            journal = openJournal();
            desk = openDesk();
            journal.watch(told::addAll);
            assertEquals(before, desk.state());
        }

        boolean isOver() {
            return inVain > IN_VAIN_MOST || play.isOver(desk.state());
        }

        /// Takes in a few leaves of the other's log, some of them perhaps once more.
        void pull(Post<S, C, E, R> from, Random random, int most) {
            var origin = from.journal.origin();
            long held = journal.cursors().getOrDefault(origin, 0L);
            var range = from.journal.range(origin, Math.max(0, held - random.nextInt(3)),
                    most, Audience.ROOM);
            var news = journal.accept(range).added();
            if (!news.isEmpty()) {
                await(news.getLast());
            }
        }

        /// Until the desk has been told of `last` and has folded it in.
        private void await(Entry last) {
            try {
                Entry heard;
                do {
                    heard = told.poll(10, TimeUnit.SECONDS);
                    assertTrue(heard != null, "never told of " + last.stamp());
                } while (!heard.stamp().equals(last.stamp()));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            desk.watch(_ -> {}).run();
        }

        @Override
        public void close() {
            desk.close();
            journal.close();
        }
    }

    private void timePasses(Random random) {
        int most = switch (random.nextInt(60)) {
            case 0 -> 2_000_000;
            case 1, 2, 3, 4 -> 400_000;
            default -> 20_000;
        };
        now = now.plusMillis(1 + random.nextInt(most));
    }

    private <S, C, E extends Fact, R extends Refusal> void plays(Play<S, C, E, R> play,
            int commands, long seed) {
        var random = new Random(seed);
        int given = 0;
        for (int tender = 1; given < commands; tender++) {
            now = Roles.NINE.minusSeconds(1_800).plusSeconds(100_000L * tender);
            try (var post = new Post<>(play, "hall-1", tender)) {
                for (int i = 1; i <= MOST_IN_ONE && given < commands && !post.isOver(); i++) {
                    post.move(random);
                    timePasses(random);
                    given++;
                    if (given % EVERY == 0) {
                        post.agrees();
                    }
                }
                post.agrees();
                post.restart();
            }
        }
        assertTrue(accepted > commands / 3, accepted + " lawful commands");
        assertTrue(refused > commands / 10, refused + " unlawful commands");
    }

    /// Chance reached nearly every kind of event; `never` are those that it need not reach.
    private void saw(Class<? extends Fact> family, String prefix, Set<String> never) {
        var all = new HashSet<String>();
        for (var kind : family.getPermittedSubclasses()) {
            all.add(kind.getSimpleName());
        }
        all.removeAll(never);
        assertTrue(seen.stream().filter(kind -> kind.startsWith(prefix)).count() >= all.size(),
                () -> "saw only " + seen);
    }

    @Test
    void openingsAreToldAgainAsTheyWereLived() {
        plays(new OpeningPlay(), 1_000, 20_261_123);
        saw(OpeningEvent.class, "opening.", Set.of());
    }

    @Test
    void evaluationsAreToldAgainAsTheyWereLived() {
        plays(new EvaluationPlay(), 800, 20_261_124);
        saw(EvaluationEvent.class, "evaluation.", Set.of("TieSettled", "ClarificationLapsed"));
    }

    @Test
    void watchesAreToldAgainAsTheyWereLived() {
        plays(new WitnessPlay(), 700, 20_261_125);
        saw(WitnessEvent.class, "witness.", Set.of());
    }

    @Test
    void twoWitnessesComeToOneStateHoweverLateTheirEntriesArrive() {
        var state = exchanged(new WitnessPlay(), "witness-", 250, 7);
        assertEquals(state.get("one"), state.get("two"));
    }

    @Test
    void desksOfTheCommitteeTellTheSameAgainHoweverLateEntriesArrive() {
        exchanged(new EvaluationPlay(), "desk-", 250, 8);
    }

    private <S, C, E extends Fact, R extends Refusal> Map<String, S> exchanged(
            Play<S, C, E, R> play, String place, int commands, long seed) {
        var random = new Random(seed);
        try (var one = new Post<>(play, place + "1", 1);
                var two = new Post<>(play, place + "2", 1)) {
            for (int i = 1; i <= commands; i++) {
                (random.nextBoolean() ? one : two).move(random);
                timePasses(random);
                if (random.nextInt(6) == 0) {
                    one.pull(two, random, 1 + random.nextInt(9));
                }
                if (random.nextInt(9) == 0) {
                    two.pull(one, random, 1 + random.nextInt(9));
                }
                if (i % EVERY == 0) {
                    one.agrees();
                    two.agrees();
                }
            }
            one.pull(two, random, 10_000);
            two.pull(one, random, 10_000);
            one.agrees();
            two.agrees();
            one.restart();
            two.restart();
            return Map.of("one", one.desk.state(), "two", two.desk.state());
        }
    }
}
