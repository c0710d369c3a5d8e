package venue.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.journal.JournalFailure;

/// A file system of a few megabytes that can be filled and made read-only (小容量磁盘). Needs the right
/// to mount.
final class SmallDisk implements AutoCloseable {

    private static final String SIZE = "size=3m";

    private final Path place;

    private SmallDisk(Path place) {
        this.place = place;
    }

    /// A new one at `place`.
    ///
    /// @throws IOException if nothing may be mounted here
    static SmallDisk mount(Path place) throws IOException {
        Files.createDirectories(place);
        Lab.run(new ProcessBuilder("mount", "-t", "tmpfs", "-o", SIZE, "venue-crash",
                place.toString()));
        return new SmallDisk(place);
    }

    /// Why none can be had, or nothing.
    static Optional<String> missing(Path place) throws IOException {
        try {
            mount(place).close();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("无权挂载文件系统，磁盘写满与只读测试未运行。 Nothing may be mounted here: full and"
                    + " read-only disks were not tested. "
                    + String.valueOf(e.getMessage()).strip());
        }
    }

    /// Works until the disk is full, makes room and looks whether anything is lost.
    List<String> fill() throws IOException {
        var findings = new ArrayList<String>();
        var lines = new ArrayList<String>();
        var dir = place.resolve(Station.FOLDER);
        var ballast = place.resolve("ballast");
        Files.write(ballast, new byte[1 << 20]);
        String code = "";
        var desk = Desk.open(dir, lines::add);
        for (int i = 1; code.isEmpty(); i++) {
            try {
                desk.capture(i, Scenario.bytes(i, 40_000));
            } catch (JournalFailure e) {
                code = e.code();
            }
        }
        if (!code.equals("DISK_FULL")) {
            findings.add("a full disk is called " + code);
        }
        try {
            desk.close();
        } catch (JournalFailure e) {
            findings.addAll(e.code().equals("DISK_FULL") || e.code().equals("STOPPED")
                    ? List.of()
                    : List.of("closing on a full disk: " + e.code()));
        }
        Files.delete(ballast);
        findings.addAll(Oracle.judge(dir, lines.stream().map(Said::parse).toList()));
        return findings;
    }

    /// Makes the disk read-only under an open journal, and writable again.
    List<String> protect() throws IOException {
        var findings = new ArrayList<String>();
        var lines = new ArrayList<String>();
        var dir = place.resolve(Station.FOLDER);
        try (var desk = Desk.open(dir, lines::add)) {
            desk.object("之前");
        }
        remount("ro");
        try (var desk = Desk.open(dir, lines::add)) {
            desk.object("其间");
            findings.add("wrote on a read-only disk");
        } catch (JournalFailure e) {
            if (!e.code().equals("READ_ONLY")) {
                findings.add("a read-only disk is called " + e.code());
            }
        } finally {
            remount("rw");
        }
        findings.addAll(Oracle.judge(dir, lines.stream().map(Said::parse).toList()));
        return findings;
    }

    private void remount(String how) throws IOException {
        Lab.run(new ProcessBuilder("mount", "-o", "remount," + how, place.toString()));
    }

    @Override
    public void close() throws IOException {
        Lab.run(new ProcessBuilder("umount", place.toString()));
    }
}
