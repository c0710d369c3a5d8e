package venue.sync.wire;

/// Another device of the same tenders: its kind and room decide what may be shown, its key checks
/// what it signed.
public record Peer(String device, String kind, String room, String key) {}
