package venue.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import venue.journal.proof.Tiles;
import venue.journal.proof.TreeHash;

/// `journal verify` and `journal tail`.
final class LookCommand {

    private static final int NEWEST = 20;

    private final CommandSession session;

    LookCommand(CommandSession session) {
        this.session = session;
    }

    void run() {
        boolean tail = session.line.verb().equals("tail");
        session.line.requireOperands(1, tail ? 2 : 1);
        if (tail) {
            print(inspect(count()));
            return;
        }
        var dir = session.operand(0);
        if (Files.isDirectory(dir) && ExportCheck.isExport(dir)) {
            print(ExportCheck.of(dir));
            tiles(dir);
        } else if (BackupList.isIn(dir)) {
            backup(dir);
        } else {
            print(inspect(0));
        }
        session.say("command.ok");
    }

    private int count() {
        var operands = session.line.operands();
        if (operands.size() < 2) {
            return NEWEST;
        }
        if (!operands.get(1).matches("[1-9][0-9]{0,6}")) {
            throw new CommandLine.Wrong("command.number", operands.get(1));
        }
        return Integer.parseInt(operands.get(1));
    }

    private List<Inspection.Found> inspect(int newest) {
        var station = session.station(0);
        if (!Files.exists(station.journal().database())) {
            throw new CommandLine.Wrong("command.missing", session.operand(0));
        }
        var keys = station.keys(session.pin());
        return newest > 0
                ? Inspection.of(station.journal().dir(), keys, station.device(), newest,
                        session::progress)
                : Inspection.deep(station.journal().dir(), keys, station.device(),
                        session::progress);
    }

    /// A backup is checked with the keys of its workstation.
    private void backup(Path dir) {
        var station = StationFiles.of(Path.of(session.line.option("--station").orElse("")));
        if (!station.isStation()) {
            throw new CommandLine.Wrong("command.backup-station", dir);
        }
        said(Backup.check(dir, station.keys(session.pin()), station.device(),
                session::progress));
    }

    private void said(Backup.Made made) {
        session.say("command.backup", made.dir(), made.origin(), made.size(),
                made.root().base64(), made.blobs(), made.bytes());
    }

    private void tiles(Path dir) {
        try (var folders = Files.list(dir)) {
            for (var folder : folders.map(each -> each.resolve("tiles"))
                    .filter(Files::isDirectory).sorted().toList()) {
                for (var hash : TreeHash.values()) {
                    var misfit = Tiles.check(folder, hash);
                    if (misfit.isPresent()) {
                        throw JournalFailure.backupDamaged(folder, misfit.get(), null);
                    }
                }
                session.say("command.tiles", folder);
            }
        } catch (IOException e) {
            throw JournalFailure.disk(dir, e);
        }
    }

    private void print(List<Inspection.Found> found) {
        for (var log : found) {
            session.say("command.log", log.origin(), log.size(), log.sha256Root().base64(),
                    log.sm3Root().base64());
            for (var entry : log.newest()) {
                var stamp = entry.stamp();
                session.say("command.entry", stamp.at(), stamp.origin(), stamp.seq(),
                        stamp.kind(), stamp.actor(), stamp.role());
            }
        }
    }
}
