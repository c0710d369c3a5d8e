package venue.ui;

import java.util.Locale;

/// How good a state is; decides its colour and its mark, never its words.
public enum Tone {
    /// as it should be
    OK,
    /// wants attention
    WARN,
    /// wrong, or refused
    BAD,
    /// nothing has happened yet
    IDLE,
    /// worth knowing
    INFO;

    /// Its style class: `ok`, `warn`, `bad`, `idle`, `info`.
    public String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
