package venue.sync.wire;

import java.util.List;

/// A file already uploaded is handed to other devices (移交). Empty `devices` means every device of
/// `kinds` that works on the tender.
public record Handover(String kind, String tender, String title, String name, String sha256,
        List<String> kinds, List<String> devices) {

    public Handover {
        kinds = List.copyOf(kinds);
        devices = List.copyOf(devices);
    }
}
