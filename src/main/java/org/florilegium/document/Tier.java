package org.florilegium.document;

/** Which tier of classifiers scored a passage; in a row it is stored as its {@link #number()}. */
public enum Tier {
    /** Not scored. */
    NONE(0),
    /** The linear model over hashed n-grams. */
    ONE(1),
    /** The encoder, fused with tier one where both speak. */
    TWO(2);

    private final int number;

    Tier(int number) {
        this.number = number;
    }

    /** 0 not scored, 1, 2. */
    public int number() {
        return number;
    }

    /** The tier of a {@link #number()}; another number is an error. */
    public static Tier of(int number) {
        for (Tier tier : values()) {
            if (tier.number == number) {
                return tier;
            }
        }
        throw new IllegalArgumentException("tier must be 0, 1 or 2, was " + number);
    }
}
