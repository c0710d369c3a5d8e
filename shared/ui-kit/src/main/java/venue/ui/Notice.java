package venue.ui;

import venue.words.Failure;

/// A message above the screen: what happened, why, and what to do next.
///
/// @param reason why; may be empty for good news
/// @param next what to do now; may be empty for good news
public record Notice(Kind kind, String title, String reason, String next) {

    /// How serious it is.
    public enum Kind {
        /// worth knowing
        INFO,
        /// done
        OK,
        /// wants attention
        WARN,
        /// went wrong
        ERROR
    }

    /// Good news in one sentence.
    public static Notice ok(String title) {
        return new Notice(Kind.OK, title, "", "");
    }

    /// Something worth knowing in one sentence.
    public static Notice info(String title) {
        return new Notice(Kind.INFO, title, "", "");
    }

    /// A failure of the world: what, remedy, code.
    public static Notice failed(String title, Failure failure) {
        return new Notice(Kind.ERROR, title, failure.what() + "（" + failure.code() + "）",
                failure.remedy());
    }

    /// A lawful refusal: the sentence, its basis and who can fulfil it.
    public static Notice refused(String title, venue.domain.base.Refusal refusal,
            venue.words.Words words) {
        return new Notice(Kind.WARN, title, WhyNot.reason(refusal, words),
                WhyNot.remedy(refusal));
    }
}
