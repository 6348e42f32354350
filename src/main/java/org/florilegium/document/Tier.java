package org.florilegium.document;

/** Which tier of classifiers scored a passage; in a row it is stored as its ordinal. */
public enum Tier {
    /** Not scored. */
    NONE,
    /** The linear model over hashed n-grams. */
    ONE,
    /** The encoder, fused with tier one where both speak. */
    TWO
}
