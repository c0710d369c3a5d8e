package venue.sync;

import org.jspecify.annotations.Nullable;
import venue.words.Failure;
import venue.words.Words;

/// Trouble on the way to the centre. Being offline is normal and loses nothing; what needs a person
/// has a remedy that names who.
public final class SyncFailure extends Failure {

    private static final long serialVersionUID = 1L;

    /// The centre cannot be reached.
    static final String OFFLINE = "OFFLINE";
    /// TLS: one side does not trust the other's certificate.
    static final String UNTRUSTED = "UNTRUSTED";
    /// The centre knows the certificate but this device may not do this.
    static final String NOT_ADMITTED = "NOT_ADMITTED";
    /// The two programs speak different major versions.
    static final String VERSION = "VERSION";
    /// The centre has more of our log than we have: this disk was set back.
    static final String ROLLED_BACK = "ROLLED_BACK";
    /// A newer generation of our log has begun elsewhere: this disk is of the past.
    static final String SUPERSEDED = "SUPERSEDED";
    /// The centre does not take the beginning of our new generation.
    static final String GENERATION = "GENERATION";
    /// The centre has another history of our log.
    static final String FORKED = "FORKED";
    /// The centre answered with an error of its own.
    static final String CENTRE_TROUBLE = "CENTRE_TROUBLE";
    /// The centre's answer is not what the protocol says, or its signature is wrong.
    static final String BAD_ANSWER = "BAD_ANSWER";
    /// A file arrived with another hash.
    static final String HASH_MISMATCH = "HASH_MISMATCH";
    /// A file cannot be written or read here.
    static final String FILE = "FILE";
    /// The device's certificate or key file cannot be used.
    static final String DEVICE_KEY = "DEVICE_KEY";
    /// The sizes of centre and desk do not meet yet; the next round sorts it out.
    static final String RETRY = "RETRY";

    SyncFailure(String code, @Nullable Throwable cause, Object... arguments) {
        super(code, cause, arguments);
    }

    @Override
    protected Words words() {
        return Words.of("venue.sync", SyncFailure.class);
    }
}
