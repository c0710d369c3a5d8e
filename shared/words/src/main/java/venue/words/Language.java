package venue.words;

import java.util.Locale;

/// The languages the house speaks. Simplified Chinese is the first one.
public enum Language {
    /// 简体中文
    ZH("", Locale.SIMPLIFIED_CHINESE),
    /// English
    EN("_en", Locale.ENGLISH);

    private final String suffix;
    private final Locale locale;

    Language(String suffix, Locale locale) {
        this.suffix = suffix;
        this.locale = locale;
    }

    /// What a bundle's file name ends with before `.properties`.
    String suffix() {
        return suffix;
    }

    /// For formats of numbers and dates on screen.
    public Locale locale() {
        return locale;
    }
}
