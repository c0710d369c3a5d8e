package venue.sync.wire;

import java.util.List;

/// The centre's answer to [Hello]: what it knows of this device, the time it signs, who else
/// works on the same tenders, and how much of each log it holds.
public record Welcome(String protocol, String software, String device, String kind, String room,
        List<String> tenders, String witness, ClockSample clock, List<Peer> peers,
        List<Cursor> cursors) {

    public Welcome {
        tenders = List.copyOf(tenders);
        peers = List.copyOf(peers);
        cursors = List.copyOf(cursors);
    }
}
