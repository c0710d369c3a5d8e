package venue.journal;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import venue.journal.keeping.DiskWatch;

/// `journal backup`, `compact`, `export` and `forecast`.
final class KeepCommand {

    private final CommandSession session;

    KeepCommand(CommandSession session) {
        this.session = session;
    }

    void run() {
        switch (session.line.verb()) {
            case "backup" -> backup();
            case "compact" -> compact();
            case "export" -> export();
            default -> forecast();
        }
    }

    private Journal open(StationFiles station) {
        return Journal.open(station.journal(), station.keys(session.pin()), station.device(),
                InstantSource.system(), session::progress, Families.house());
    }

    private void backup() {
        session.line.requireOperands(2, 2);
        try (var journal = open(session.station(0))) {
            var made = journal.backup(session.operand(1), session::progress);
            session.say("command.backup", made.dir(), made.origin(), made.size(),
                    made.root().base64(), made.blobs(), made.bytes());
        }
    }

    private void compact() {
        session.line.requireOperands(1, 1);
        try (var journal = open(session.station(0))) {
            var file = session.station(0).journal().database();
            long before = Room.size(file);
            journal.compact(session::progress);
            session.say("command.compacted", before, Room.size(file));
        }
    }

    private void forecast() {
        session.line.requireOperands(1, 1);
        var station = session.station(0);
        try {
            session.print(new DiskWatch(station.journal().dir()).look(Instant.now()).say());
        } catch (IOException e) {
            throw JournalFailure.disk(station.journal().dir(), e);
        }
    }

    /// Exports without opening a session: nothing is written into the journal.
    private void export() {
        session.line.requireOperands(2, 2);
        var station = session.station(0);
        var out = session.operand(1);
        Inspection.export(station.journal().dir(), station.keys(session.pin()), station.device(),
                out, session.line.has("--tiles"), proofs(), session::progress);
        session.say("command.exported", out);
    }

    private List<Long> proofs() {
        return session.line.all("--proofs").stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1))).map(KeepCommand::number)
                .toList();
    }

    private static long number(String text) {
        if (!text.matches("0|[1-9][0-9]{0,14}")) {
            throw new CommandLine.Wrong("command.number", text);
        }
        return Long.parseLong(text);
    }
}
