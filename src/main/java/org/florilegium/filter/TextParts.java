package org.florilegium.filter;

import java.util.HashMap;
import java.util.Map;

/** A text and what rules look at in it, each aspect found once and only when asked for; one thread at a time. */
final class TextParts {
    private final String text;
    private final int codePoints;
    private final Map<Aspect<?>, Object> found = new HashMap<>();

    TextParts(String text) {
        this.text = text;
        this.codePoints = text.codePointCount(0, text.length());
    }

    String text() {
        return text;
    }

    /** Length in code points. */
    int codePoints() {
        return codePoints;
    }

    /** What {@code aspect} finds in this text. */
    @SuppressWarnings("unchecked") // an aspect is stored with its own result only
    <T> T get(Aspect<T> aspect) {
        Object known = found.get(aspect);
        if (known == null) {
            known = aspect.of(this); // not computeIfAbsent: one aspect may ask for another
            found.put(aspect, known);
        }
        return (T) known;
    }
}
