package org.florilegium.document;

import java.util.Comparator;

/**
 * A document id as 128 bits whose unsigned order is the order of the ids as strings.
 *
 * <p>In base32 the digits 2 to 7 stand behind the letters in value and before them as characters, so every character counts
 * by its place among the characters: {@code 2} is 0, {@code a} is 6, {@code z} is 31.
 *
 * @param high first 64 bits
 * @param low last 64 bits
 */
public record DocumentKey(long high, long low) implements Comparable<DocumentKey> {
    private static final String SORTED = "234567abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 26;
    private static final Comparator<DocumentKey> ORDER = ((Comparator<DocumentKey>)
                    (a, b) -> Long.compareUnsigned(a.high, b.high))
            .thenComparing((a, b) -> Long.compareUnsigned(a.low, b.low));

    /**
     * The key of a document id.
     *
     * @throws IllegalArgumentException when it is not 26 characters of lower-case base32 that hold 128 bits
     */
    public static DocumentKey of(String documentId) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < LENGTH && documentId.length() == LENGTH; i++) {
            int place = SORTED.indexOf(documentId.charAt(i));
            boolean last = i == LENGTH - 1;
            if (place < 0 || (last && place % 4 != 2)) {
                break;
            }
            int bits = last ? 3 : 5;
            high = (high << bits) | (low >>> (64 - bits));
            low = (low << bits) | (last ? place / 4 : place);
            if (last) {
                return new DocumentKey(high, low);
            }
        }
        throw new IllegalArgumentException(
                "a document id must be 26 characters of lower-case base32, was '" + documentId + "'");
    }

    /** The document id. */
    public String documentId() {
        char[] id = new char[LENGTH];
        id[LENGTH - 1] = SORTED.charAt((int) (low & 7) * 4 + 2);
        long restHigh = high >>> 3;
        long restLow = (high << 61) | (low >>> 3);
        for (int i = LENGTH - 2; i >= 0; i--) {
            id[i] = SORTED.charAt((int) (restLow & 31));
            restLow = (restHigh << 59) | (restLow >>> 5);
            restHigh >>>= 5;
        }
        return new String(id);
    }

    @Override
    public int compareTo(DocumentKey other) {
        return ORDER.compare(this, other);
    }
}
