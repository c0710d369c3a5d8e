package venue.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import venue.domain.base.Digest;
import venue.domain.base.TenderId;
import venue.domain.witness.WitnessEvent;
import venue.journal.Audience;
import venue.journal.Entry;
import venue.journal.Journal;
import venue.journal.JournalFailure;
import venue.journal.Origin;
import venue.journal.SessionEvent;
import venue.journal.proof.MerkleTree;
import venue.journal.proof.Note;
import venue.journal.proof.TreeHash;

/// Opens a journal after a disaster and says what is wrong with it (判定). It knows what was told
/// before the disaster and believes nothing else.
final class Oracle {

    private final Path dir;
    private final List<Said> said;
    private final List<Set<String>> together;
    private final List<String> findings = new ArrayList<>();
    private final Set<Digest> blobs = new HashSet<>();

    private Oracle(Path dir, List<Said> said, List<Set<String>> together) {
        this.dir = dir;
        this.said = List.copyOf(said);
        this.together = List.copyOf(together);
    }

    /// What is wrong with the journal in `dir`; nothing if all is well. Opening it changes it.
    static List<String> judge(Path dir, List<Said> said) {
        return judge(dir, said, List.of());
    }

    /// The same, where of each set of texts either all or none may have been written.
    static List<String> judge(Path dir, List<Said> said, List<Set<String>> together) {
        var oracle = new Oracle(dir, said, together);
        oracle.run();
        return List.copyOf(oracle.findings);
    }

    private void run() {
        try (var journal = Station.open(dir)) {
            look(journal);
            var more = journal.append(Station.HOST, List.of(Desk.objection("断电之后")));
            require(journal.entries(Station.OPENING).containsAll(more),
                    "an entry written after opening is not there");
        } catch (JournalFailure e) {
            findings.add("not opened: " + e.code() + " " + e.getMessage() + cause(e));
            return;
        }
        integrity();
    }

    private static String cause(Throwable e) {
        return e.getCause() == null ? "" : " (" + e.getCause() + ")";
    }

    private void require(boolean holds, String finding) {
        if (!holds) {
            findings.add(finding);
        }
    }

    private void look(Journal journal) {
        var own = journal.after(journal.origin(), 0);
        for (int i = 0; i < own.size(); i++) {
            require(own.get(i).stamp().seq() == i, "no entry " + i);
            require(!own.get(i).stamp().kind().equals("session.incident-noted"),
                    "called an incident: " + own.get(i).fact());
        }
        checkpoint(journal, own.size());
        projection(journal, own);
        sessions(own);
        var logs = new HashMap<Origin, List<Entry>>(Map.of(journal.origin(), own));
        for (var each : said) {
            switch (each) {
                case Said.KeptTogether kept -> kept.entries()
                        .forEach(entry -> kept(entry, logs.computeIfAbsent(entry.origin(),
                                origin -> journal.after(origin, 0))));
                case Said.BlobKept blob -> blob(journal, blob.digest(), blob.size(), "told");
                case Said.Opened(long size) -> require(own.size() > size,
                        "opened with " + size + " entries, now " + own.size());
                case Said.Closing _,Said.Closed _,Said.DayBegan _,Said.DayOver _ -> {
                    // see sessions
                }
            }
        }
        for (var entry : own) {
            if (entry.fact() instanceof WitnessEvent.CaptureEnded ended) {
                blob(journal, ended.sha256(), ended.sizeBytes(), "named by " + entry.stamp().seq());
            }
        }
        allOrNone(own);
    }

    private void kept(Said.Kept kept, List<Entry> log) {
        if (kept.seq() >= log.size()) {
            findings.add("lost: entry " + kept.seq() + " was told");
        } else if (!kept.is(log.get(Math.toIntExact(kept.seq())))) {
            findings.add("changed: entry " + kept.seq());
        }
    }

    private void blob(Journal journal, Digest digest, long size, String why) {
        if (!blobs.add(digest)) {
            return;
        }
        try {
            var sums = journal.blobs().sums(digest);
            require(sums.size() == size, "blob of another size: " + digest);
        } catch (JournalFailure e) {
            findings.add("blob " + e.code() + ", " + why + ": " + digest.brief() + cause(e));
        }
    }

    /// The signed head holds, and the tree computed anew from the leaves is the one it signs.
    private void checkpoint(Journal journal, int size) {
        var head = journal.head();
        var range = journal.range(journal.origin(), 0, size, Audience.OWN_DESK);
        var tree = new MerkleTree(TreeHash.SHA256);
        range.items().forEach(item -> tree.append(item.leaf().array()));
        require(range.items().size() == size, "a range of " + range.items().size());
        require(head.size() == size, "a head of " + head.size() + " for " + size);
        require(head.sha256Root().equals(tree.root()), "another root than the leaves have");
        if (!head.note().isEmpty()) {
            var note = Note.parse(head.note());
            require(note.isSignedBy(journal.verifierKey()), "a checkpoint that is not signed");
            require(note.checkpoint().size() <= size, "a checkpoint beyond the log");
        }
    }

    /// What is read by tender is what the log says.
    private void projection(Journal journal, List<Entry> own) {
        var tenders = new HashSet<TenderId>(Set.of(Station.OPENING, Station.WITNESSED));
        own.forEach(entry -> tenders.add(entry.stamp().tender()));
        for (var tender : tenders) {
            var expected = own.stream().filter(entry -> entry.stamp().tender().equals(tender))
                    .toList();
            require(journal.entries(tender).equals(expected),
                    "the view of " + tender + " is not the log");
        }
    }

    /// Each session says truly whether the one before had been closed.
    private void sessions(List<Entry> own) {
        boolean closed = true;
        for (var entry : own) {
            switch (entry.fact()) {
                case SessionEvent.SessionOpened opened -> {
                    require(opened.unclean() != closed,
                            "session at " + entry.stamp().seq() + " says " + opened.unclean());
                    closed = false;
                }
                case SessionEvent.SessionClosed _ -> closed = true;
                default -> {
                    // no session ends or begins here
                }
            }
        }
        boolean running = !said.isEmpty() && !(said.getLast() instanceof Said.Closing)
                && !(said.getLast() instanceof Said.Closed);
        if (running) {
            var last = own.reversed().stream().map(Entry::fact)
                    .filter(SessionEvent.SessionOpened.class::isInstance)
                    .map(SessionEvent.SessionOpened.class::cast).findFirst();
            require(last.isPresent() && last.get().unclean(), "the crash was not noticed");
        }
    }

    private void allOrNone(List<Entry> own) {
        for (var texts : together) {
            long there = texts.stream().filter(text -> own.stream()
                    .anyMatch(entry -> entry.fact().toString().contains(text))).count();
            require(there == 0 || there == texts.size(),
                    there + " of " + texts.size() + " entries of one append");
        }
    }

    private void integrity() {
        var files = List.of("journal.db");
        for (var file : files) {
            try (var db = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve(file));
                    var statement = db.createStatement();
                    var row = statement.executeQuery("PRAGMA integrity_check")) {
                row.next();
                require(row.getString(1).equals("ok"), "integrity_check: " + row.getString(1));
            } catch (SQLException e) {
                findings.add("integrity_check: " + e.getMessage());
            }
        }
        require(Files.exists(dir.resolve("journal.db")), "no database");
    }
}
