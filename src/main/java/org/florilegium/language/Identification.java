package org.florilegium.language;

/**
 * What the identifier says of a text.
 *
 * @param language BCP-47 tag, {@code und} where unsure
 * @param script ISO 15924 code of most letters, {@code Zyyy} where there are none; {@code Jpan} and {@code Kore} are
 *     reported for Japanese and Korean, whose writing mixes scripts
 * @param probability of the language, 0 to 1; where the language is {@code und}, that of the best guess that was refused
 */
public record Identification(String language, String script, double probability) {

    /** Language of a text that nothing is known of. */
    public static final String UNDETERMINED = "und";

    /** A text without letters. */
    public static final Identification NOTHING = new Identification(UNDETERMINED, "Zyyy", 0);

    public boolean isDetermined() {
        return !language.equals(UNDETERMINED);
    }
}
