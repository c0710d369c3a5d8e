package venue.sync.wire;

/// The first words of a device: who it is, what it speaks, how long its own log is (so that the
/// duty officer sees what is still unsent), and a fresh number to be signed into the centre's
/// answer so that an old one cannot be played again.
public record Hello(String protocol, String software, String device, int generation, long size,
        String nonce) {}
