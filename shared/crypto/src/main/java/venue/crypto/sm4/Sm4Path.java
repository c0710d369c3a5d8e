package venue.crypto.sm4;

/// One way to compute SM4. Further ones are found as services, are tried against published
/// vectors and against Bouncy Castle before they are used, and are dropped at the first
/// difference.
public interface Sm4Path {

    /// Its name in the log.
    String name();

    /// Whether neither its branches nor the addresses it reads depend on the key or the content.
    boolean isConstantTime();

    /// Whether this machine can run it fast; if not it is passed over without a word.
    boolean isAtHome();

    /// A stream under `key`, which the stream does not keep.
    Sm4Stream stream(byte[] key);
}
