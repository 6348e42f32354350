package org.florilegium.document;

import java.io.Serializable;
import java.util.Locale;

/**
 * A paragraph or line that is long enough to be compared with those of all other documents.
 *
 * @param kind what it is
 * @param start first code point
 * @param end code point after the last one
 * @param visible code points in it that are no white space, 1 or more
 * @param hash XXH64 of its text in lower case with single spaces
 * @param occurrences how often it was found in all documents, itself included; 0 before they were compared
 * @param documents in how many documents; 0 before they were compared
 */
public record TextUnit(Kind kind, int start, int end, int visible, long hash, int occurrences, int documents)
        implements Serializable {

    /** The stretches that are compared; each kind with its own alone. */
    public enum Kind {
        /** Lines up to the next blank one. */
        PARAGRAPH,
        /** What stands between two line ends. */
        LINE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of {@code word}. */
        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public TextUnit {
        if (start < 0 || end <= start || visible < 1) {
            throw new IllegalArgumentException("a " + kind.word() + " must have visible text, was " + start + " to "
                    + end + " with " + visible + " visible code points");
        }
    }

    /** One that has not been compared yet. */
    public static TextUnit found(Kind kind, int start, int end, int visible, long hash) {
        return new TextUnit(kind, start, end, visible, hash, 0, 0);
    }

    /** The same, with how often and in how many documents it was found. */
    public TextUnit counted(int times, int inDocuments) {
        return new TextUnit(kind, start, end, visible, hash, times, inDocuments);
    }

    /** The same at another place. */
    public TextUnit at(int newStart, int newEnd) {
        return new TextUnit(kind, newStart, newEnd, visible, hash, occurrences, documents);
    }
}
