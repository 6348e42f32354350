package org.florilegium.tag;

/**
 * Hashed n-grams of a text: ids of buckets, ascending, and their values.
 *
 * <p>Every code point is lower-cased by its simple mapping; runs of white space become one space; one space stands at either
 * end. Features are all character 3-, 4- and 5-grams of that, every word and every pair of neighbouring words. A word is a
 * run of letters, digits and marks; an ideograph is a word of its own; 32 code points of a word count. A value is 1 + ln of
 * the count, over the Euclidean length of all values. {@code classifiers/training/features.py} computes the same.
 *
 * @param ids numbers of buckets, ascending, without repeats
 * @param values as many as {@code ids}
 */
public record HashedNgrams(long[] ids, float[] values) {
    /** Name of this featurizer in {@code labels.yaml}. */
    public static final String NAME = "code-point-ngrams-1";

    /** The n-grams of {@code text} in {@code 1 << bits} buckets; for many texts keep an {@link NgramHasher}. */
    public static HashedNgrams of(String text, int bits) {
        return new NgramHasher(bits).of(text);
    }
}
