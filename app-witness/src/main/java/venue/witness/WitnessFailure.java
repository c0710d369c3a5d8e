package venue.witness;

import org.jspecify.annotations.Nullable;
import venue.words.Failure;
import venue.words.Words;

/// What the world does to a witness's desk.
public final class WitnessFailure extends Failure {

    private static final long serialVersionUID = 1L;

    /// What can be wrong.
    public enum Code {
        /// 见证项目包 has not come
        PACKAGE_MISSING,
        /// a parcel that is no package for witnesses
        PACKAGE_OTHER,
        /// the sender's certificate is not to be trusted
        SENDER_UNTRUSTED,
        /// a file that cannot be read or written
        FILE_UNREADABLE,
        /// no witness sits here
        NOBODY_HERE,
        /// the subject's certificate is not to be trusted
        SUBJECT_UNTRUSTED,
        /// the subject's certificate belongs to somebody else
        SUBJECT_OTHER
    }

    /// With what is wrong and what it is about.
    public WitnessFailure(Code code, @Nullable Throwable cause, Object... about) {
        super(code.name(), cause, about);
    }

    /// Without a cause.
    public WitnessFailure(Code code, Object... about) {
        this(code, null, about);
    }

    @Override
    protected Words words() {
        return Say.WORDS;
    }
}
