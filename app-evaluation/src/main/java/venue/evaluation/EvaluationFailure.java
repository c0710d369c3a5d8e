package venue.evaluation;

import org.jspecify.annotations.Nullable;
import venue.words.Failure;
import venue.words.Words;

/// What the world does to an evaluation desk.
public final class EvaluationFailure extends Failure {

    private static final long serialVersionUID = 1L;

    /// What can be wrong.
    public enum Code {
        /// 评标项目包 has not come
        PACKAGE_MISSING,
        /// a parcel that is no evaluation package
        PACKAGE_OTHER,
        /// 移交包 belongs to another lot or is something else
        HANDOVER_OTHER,
        /// 移交包 lacks what it lists
        HANDOVER_INCOMPLETE,
        /// the sender's certificate is not to be trusted
        SENDER_UNTRUSTED,
        /// a file that cannot be read
        FILE_UNREADABLE,
        /// the certificate is not the host's
        NOT_THE_HOST,
        /// nobody sits here
        NOBODY_HERE,
        /// the desk's own report differs from the chair's
        REPORT_DIFFERS
    }

    /// With what is wrong and what it is about.
    public EvaluationFailure(Code code, @Nullable Throwable cause, Object... about) {
        super(code.name(), cause, about);
    }

    /// Without a cause.
    public EvaluationFailure(Code code, Object... about) {
        this(code, null, about);
    }

    @Override
    protected Words words() {
        return Say.WORDS;
    }
}
