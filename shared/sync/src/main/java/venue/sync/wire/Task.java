package venue.sync.wire;

/// One file that waits for a device (任务): a project package, a sealed bid, a handover.
public record Task(String id, String kind, String tender, String title, String name, long size,
        String sha256, String from) {}
