package venue.documents;

import org.jspecify.annotations.Nullable;
import venue.words.Failure;
import venue.words.Words;

/// Trouble with a file that should be a document.
public final class DocumentsFailure extends Failure {

    private static final long serialVersionUID = 1L;

    /// @param code `PDF_UNREADABLE` or `PAPER_UNPRINTABLE`
    public DocumentsFailure(String code, @Nullable Throwable cause, Object... arguments) {
        super(code, cause, arguments);
    }

    @Override
    protected Words words() {
        return Words.of("venue.documents", DocumentsFailure.class);
    }
}
