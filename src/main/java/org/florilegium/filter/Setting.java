package org.florilegium.filter;

import java.util.Locale;

/** A value that a recipe gives to its measures, as a key of the recipe. */
enum Setting {
    /** Code points that make a word a symbol when it has no others. */
    SYMBOLS(Kind.CODE_POINTS),
    /** Words that are looked for, compared as written. */
    STOP_WORDS(Kind.WORDS),
    /** Code points that end a line properly. */
    END_MARKS(Kind.CODE_POINTS),
    /** Longest short line, in code points. */
    SHORT_LINE(Kind.NUMBER);

    /** How the value is written. */
    enum Kind {
        /** Hexadecimal ranges, for example {@code 0021-002F 3002}. */
        CODE_POINTS,
        /** A list of words. */
        WORDS,
        /** A number. */
        NUMBER
    }

    private final Kind kind;

    Setting(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** The key in a recipe. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
