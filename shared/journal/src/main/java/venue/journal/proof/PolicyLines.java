package venue.journal.proof;

import static venue.journal.proof.TrustPolicy.require;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import venue.journal.proof.TrustPolicy.Group;
import venue.journal.proof.TrustPolicy.Log;
import venue.journal.proof.TrustPolicy.Witness;

/// Reads a policy line by line: a name must be told before it is used.
final class PolicyLines {

    private final List<Log> logs = new ArrayList<>();
    private final List<Witness> witnesses = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<String> quorums = new ArrayList<>();
    private final Set<String> names = new HashSet<>(Set.of(TrustPolicy.NONE));

    TrustPolicy read(String text) {
        require(text.endsWith("\n"), "the last line is cut off");
        require(text.chars().allMatch(c -> c == '\t' || c == '\n' || c >= ' ' && c != 0x7f),
                "a control character");
        for (var line : text.split("\n", -1)) {
            var items = items(line);
            if (!items.isEmpty() && !items.getFirst().startsWith("#")) {
                read(line, items);
            }
        }
        require(quorums.size() == 1, quorums.size() + " quorum lines");
        return new TrustPolicy(logs, witnesses, groups, quorums.getFirst());
    }

    private static List<String> items(String line) {
        var items = new ArrayList<String>();
        for (var item : line.split("[ \t]+", -1)) {
            if (!item.isEmpty()) {
                items.add(item);
            }
        }
        return items;
    }

    private void read(String line, List<String> items) {
        int size = items.size();
        switch (items.getFirst()) {
            case "log" -> {
                require(size == 2 || size == 3, line);
                logs.add(new Log(VerifierKey.parse(items.get(1)), item(items, 2)));
            }
            case "witness" -> {
                require(size == 3 || size == 4, line);
                witnesses.add(new Witness(items.get(1), VerifierKey.parse(items.get(2)),
                        item(items, 3)));
                names.add(items.get(1));
            }
            case "group" -> {
                require(size >= 4, line);
                var members = items.subList(3, size);
                require(names.containsAll(members), line);
                groups.add(new Group(items.get(1), atLeast(items.get(2), members.size()),
                        members));
                names.add(items.get(1));
            }
            case "quorum" -> {
                require(size == 2 && names.contains(items.get(1)), line);
                quorums.add(items.get(1));
            }
            default -> require(false, line);
        }
    }

    private static Optional<String> item(List<String> items, int index) {
        return index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
    }

    private static int atLeast(String word, int members) {
        return switch (word) {
            case "any" -> 1;
            case "all" -> members;
            default -> {
                require(word.matches("[1-9][0-9]{0,3}"), word);
                yield Integer.parseInt(word);
            }
        };
    }
}
