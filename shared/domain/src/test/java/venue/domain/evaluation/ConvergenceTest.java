package venue.domain.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import venue.domain.base.DeviceId;
import venue.domain.record.EvaluationReport;

/// Five desks write at the same time; whoever hears them, in whatever order, comes to the same end.
class ConvergenceTest {

    private static Hall wholeSession() {
        var hall = new Hall();
        hall.sitsDown(Hall.expert(2), 3)
                .must(Hall.expert(2), 3, new EvaluationCommand.Recuse(Relation.FAMILY, "亲属"))
                .must(Hall.HOST, 3,
                        new EvaluationCommand.Replace(Hall.expert(2), Hall.expert(5), "回避"));
        return hall.revealed();
    }

    @Test
    void replayIsTheSameAsLive() {
        var hall = wholeSession();
        var replayed = hall.rules.beginning();
        for (var event : hall.written) {
            replayed = hall.rules.after(replayed, event);
        }
        assertEquals(hall.state, replayed);
    }

    @Test
    void interleavingsOfTheDesksConverge() {
        var hall = wholeSession();
        var expected = EvaluationReport.of(hall.state);
        var random = new Random(5);
        for (int round = 0; round < 40; round++) {
            var state = hall.rules.beginning();
            for (var event : interleaved(hall, random)) {
                state = hall.rules.after(state, event);
            }
            assertEquals(Stage.RESULT, state.stage());
            assertEquals(expected, EvaluationReport.of(state));
        }
    }

    @Test
    void theOrderOfTheBiddersNeverMatters() {
        var hall = wholeSession();
        var state = hall.state;
        var expected = state.outcome();
        var random = new Random(9);
        for (int round = 0; round < 20; round++) {
            var offers = new ArrayList<>(state.offers());
            Collections.shuffle(offers, random);
            var reviews = new TreeMap<>(state.reviews());
            reviews.replaceAll((_, marks) -> shuffled(marks, random));
            var ballots = new TreeMap<>(state.ballots());
            ballots.replaceAll((_, scores) -> shuffled(scores, random));
            assertEquals(expected, Outcome.of(state.brief().plan(), Outcome.prices(offers),
                    reviews, ballots, state.draws()));
        }
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    private static List<EvaluationEvent> interleaved(Hall hall, Random random) {
        Map<DeviceId, Deque<EvaluationEvent>> queues = new LinkedHashMap<>();
        for (int i = 0; i < hall.written.size(); i++) {
            queues.computeIfAbsent(hall.writers.get(i), _ -> new ArrayDeque<>())
                    .add(hall.written.get(i));
        }
        var order = new ArrayList<EvaluationEvent>();
        while (order.size() < hall.written.size()) {
            var waiting = queues.values().stream().filter(queue -> !queue.isEmpty()).toList();
            order.add(waiting.get(random.nextInt(waiting.size())).remove());
        }
        return order;
    }
}
