package venue.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The Chinese typeface of the house (Noto Sans SC, OFL-1.1), the same on screens and on paper,
/// because a venue's machine may have no Chinese font at all.
public enum Typeface {
    /// For running text.
    REGULAR("NotoSansSC-Regular.ttf"),
    /// For titles and figures.
    BOLD("NotoSansSC-Bold.ttf");

    /// The family name inside both files.
    public static final String FAMILY = "Noto Sans SC";

    private final String file;

    Typeface(String file) {
        this.file = file;
    }

    /// A fresh stream over the TrueType file; the caller closes it.
    public InputStream open() {
        var stream = Typeface.class.getResourceAsStream("/META-INF/typeface/" + file);
        if (stream == null) {
            throw new UncheckedIOException(new IOException("typeface missing: " + file));
        }
        return stream;
    }
}
